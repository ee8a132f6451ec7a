import type { AlertTables } from './alerts.ts';
import type { AnswerTables } from './answers.ts';
import type { AskingTables } from './asking.ts';
import type { AttributeTables } from './attributes.ts';
import type { AudienceTables } from './audience.ts';
import type { CommitteeTables } from './committee.ts';
import type { DecisionTables } from './decisions.ts';
import type { ExportTables } from './exports.ts';
import type { FollowUpTables } from './follow-ups.ts';
import type { LaneCutTables } from './lane-cuts.ts';
import type { MailTables } from './mail.ts';
import type { MailEventTables } from './mail-events.ts';
import type { MomentTables } from './moments.ts';
import type { OverviewTables } from './overview.ts';
import type { ReleaseTables } from './releases.ts';
import type { SendOrderTables } from './send-orders.ts';
import type { SharedLinkTables } from './shared-links.ts';
import type { ThemeTables } from './themes.ts';
import type { ToldBackTables } from './told-back.ts';
import type { WebhookTables } from './webhooks.ts';
import type { WorkspaceTables } from './workspace.ts';

/** Every table of the product, as Kysely reads it. */
export interface Tables
  extends WorkspaceTables,
    AudienceTables,
    AttributeTables,
    AskingTables,
    SendOrderTables,
    SharedLinkTables,
    ToldBackTables,
    MailTables,
    AnswerTables,
    MailEventTables,
    ExportTables,
    FollowUpTables,
    CommitteeTables,
    DecisionTables,
    ThemeTables,
    AlertTables,
    MomentTables,
    LaneCutTables,
    ReleaseTables,
    OverviewTables,
    WebhookTables {}
