import type { z } from 'zod';
import { HeldDecisionIn, HeldOut } from '#app/answering/held/held-wire.ts';
import {
  MomentChangeIn,
  MomentCloseIn,
  MomentIn,
  MomentListOut,
  MomentOut,
} from '#app/audience/moment/wire/moment-wire.ts';
import { TouchIn, TouchOut } from '#app/audience/moment/wire/touch-wire.ts';
import { AccountIn, AccountOut } from '#app/audience/wire/account-wire.ts';
import { AttributeListOut } from '#app/audience/wire/attribute-wire.ts';
import { PersonIn, PersonOut } from '#app/audience/wire/person-wire.ts';
import { RoleConfirmIn, RoleEndIn, RoleIn, RoleOut } from '#app/audience/wire/role-wire.ts';
import {
  ApartShareOut,
  CommitteeOut,
  CoverageShareOut,
  SortRefusalOut,
} from '#app/committee/wire/committee-wire.ts';
import { CommitteePictureOut } from '#app/committee/wire/picture-wire.ts';
import { DoubtDecisionIn, SettledDoubtsOut } from '#app/delivery/wire/doubt-wire.ts';
import { WaveWithMailOut } from '#app/delivery/wire/mail-wire.ts';
import { MessageOut } from '#app/delivery/wire/message-wire.ts';
import { SendingOut } from '#app/delivery/wire/sending-wire.ts';
import { AlertOut } from '#app/followup/alert/wire/alert-wire.ts';
import {
  DeliveryOut,
  NewWebhookOut,
  ReplayedOut,
  ReplayIn,
  WebhookChangeIn,
  WebhookDeletedOut,
  WebhookDeleteIn,
  WebhookIn,
  WebhookListOut,
  WebhookOut,
} from '#app/followup/hook/wire/webhook-wire.ts';
import { DecisionIn, DecisionListOut, DecisionOut } from '#app/followup/wire/decision-wire.ts';
import { FollowUpChangeIn, FollowUpIn, FollowUpOut } from '#app/followup/wire/follow-up-wire.ts';
import { PersonaListOut } from '#app/persona/persona-wire.ts';
import { oneOrMany, SavedOneOrManyOut } from '#app/platform/wire/item.ts';
import { pageOut } from '#app/platform/wire/page.ts';
import { AskingRulesIn, AskingRulesOut } from '#app/programme/wire/asking-wire.ts';
import { CourseChangeIn, CourseOut, TakenBackOut, WaveActIn } from '#app/programme/wire/course-wire.ts';
import { PickedOut, PickIn } from '#app/programme/wire/pick-wire.ts';
import { ProgrammeListOut } from '#app/programme/wire/programme-wire.ts';
import {
  ShutIn,
  ShutOut,
  ToldBackOut,
  ToldLetterIn,
  ToldSendIn,
  ToldSentOut,
} from '#app/programme/wire/told-wire.ts';
import { SendIn, SentOut, WaveIn, WaveOut } from '#app/programme/wire/wave-wire.ts';
import { ExportDeleteIn, ExportIn, ExportOut } from '#app/results/export/export-wire.ts';
import { ThemeSplitOut, WaveThemesOut } from '#app/results/theme/wire/raised-wire.ts';
import { TagPageOut, TagsChangedOut, TagsIn, TagsSettleIn } from '#app/results/theme/wire/tag-wire.ts';
import { ThemeChangeIn, ThemeIn, ThemeListOut, ThemeOut } from '#app/results/theme/wire/theme-wire.ts';
import { PersonaDepthOut } from '#app/results/wire/depth-wire.ts';
import { ResponseOut } from '#app/results/wire/response-wire.ts';
import { FigureAnswerOut, SplitOut, WaveResultsOut } from '#app/results/wire/result-wire.ts';
import { SurveyDocumentOut, SurveyOut } from '#app/survey/wire/survey-wire.ts';

/** Bodies that the document names once and refers to; the name is part of the contract. */
export const ANSWERS = {
  Account: AccountOut,
  AccountPage: pageOut(AccountOut),
  AskingRules: AskingRulesOut,
  AttributeList: AttributeListOut,
  CommitteePage: pageOut(CommitteeOut).extend({
    pulling_apart: ApartShareOut.nullable(),
    heard_whole: CoverageShareOut.nullable(),
  }),
  CommitteePicture: CommitteePictureOut,
  Course: CourseOut,
  CreatedWebhook: NewWebhookOut,
  Decision: DecisionOut,
  DecisionList: DecisionListOut,
  DeliveryPage: pageOut(DeliveryOut),
  Export: ExportOut,
  ExportPage: pageOut(ExportOut),
  FigureAnswer: FigureAnswerOut,
  Alert: AlertOut,
  AlertPage: pageOut(AlertOut),
  FollowUp: FollowUpOut,
  FollowUpPage: pageOut(FollowUpOut),
  HeldPage: pageOut(HeldOut),
  MessagePage: pageOut(MessageOut),
  HeldResponse: HeldOut,
  Moment: MomentOut,
  MomentList: MomentListOut,
  Person: PersonOut,
  PersonPage: pageOut(PersonOut),
  PersonaDepth: PersonaDepthOut,
  PersonaList: PersonaListOut,
  Picked: PickedOut,
  ProgrammeList: ProgrammeListOut,
  Replayed: ReplayedOut,
  Response: ResponseOut,
  Role: RoleOut,
  RolePage: pageOut(RoleOut),
  Saved: SavedOneOrManyOut,
  Sending: SendingOut,
  Sent: SentOut,
  SettledDoubts: SettledDoubtsOut,
  Shut: ShutOut,
  SortRefusal: SortRefusalOut,
  Split: SplitOut,
  SurveyDocument: SurveyDocumentOut,
  SurveyPage: pageOut(SurveyOut),
  TagPage: TagPageOut,
  TagsChanged: TagsChangedOut,
  TakenBack: TakenBackOut,
  Theme: ThemeOut,
  ThemeList: ThemeListOut,
  ThemeSplit: ThemeSplitOut,
  ToldBack: ToldBackOut,
  ToldSent: ToldSentOut,
  TouchPage: pageOut(TouchOut),
  Wave: WaveOut,
  WavePage: pageOut(WaveOut),
  WaveResults: WaveResultsOut,
  WaveThemes: WaveThemesOut,
  WaveWithMail: WaveWithMailOut,
  Webhook: WebhookOut,
  WebhookDeleted: WebhookDeletedOut,
  WebhookList: WebhookListOut,
} as const satisfies Record<string, z.ZodType>;

export const BODIES = {
  AskingRulesChange: AskingRulesIn,
  CourseChange: CourseChangeIn,
  DoubtDecision: DoubtDecisionIn,
  ExportDelete: ExportDeleteIn,
  FollowUpChange: FollowUpChangeIn,
  HeldDecision: HeldDecisionIn,
  MomentChange: MomentChangeIn,
  MomentClosing: MomentCloseIn,
  NewDecision: DecisionIn,
  NewExport: ExportIn,
  NewAccounts: oneOrMany(AccountIn),
  NewFollowUp: FollowUpIn,
  NewMoment: MomentIn,
  NewPeople: oneOrMany(PersonIn),
  NewTags: TagsIn,
  NewTheme: ThemeIn,
  NewRoles: oneOrMany(RoleIn),
  NewTouches: oneOrMany(TouchIn),
  NewWave: WaveIn,
  NewWebhook: WebhookIn,
  Pick: PickIn,
  Replay: ReplayIn,
  RoleConfirmation: RoleConfirmIn,
  RoleEnd: RoleEndIn,
  Send: SendIn,
  ShutProgramme: ShutIn,
  TagsSettling: TagsSettleIn,
  ThemeChange: ThemeChangeIn,
  ToldLetter: ToldLetterIn,
  ToldSend: ToldSendIn,
  WaveAct: WaveActIn,
  WebhookChange: WebhookChangeIn,
  WebhookDelete: WebhookDeleteIn,
} as const satisfies Record<string, z.ZodType>;
