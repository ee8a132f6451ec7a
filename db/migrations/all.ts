import * as workspace from './0001-workspace.ts';
import * as audience from './0002-audience.ts';
import * as asking from './0003-asking.ts';
import * as answers from './0004-answers.ts';
import * as surveyBuilding from './0005-survey-building.ts';
import * as heard from './0006-heard.ts';
import * as answering from './0007-answering.ts';
import * as referral from './0008-referral.ts';
import * as keptApart from './0009-kept-apart.ts';
import * as lighterAnswers from './0010-lighter-answers.ts';
import * as doubts from './0011-doubts.ts';
import * as askingRules from './0012-asking-rules.ts';
import * as mailFrom from './0013-mail-from.ts';
import * as mailEvents from './0014-mail-events.ts';
import * as armed from './0015-armed.ts';
import * as waitingCounts from './0016-waiting-counts.ts';
import * as mailPace from './0017-mail-pace.ts';
import * as cameBack from './0018-came-back.ts';
import * as ownAttributes from './0019-own-attributes.ts';
import * as roleFirst from './0020-role-first.ts';
import * as guards from './0021-guards.ts';
import * as lighterCommit from './0022-lighter-commit.ts';
import * as sendOrders from './0023-send-orders.ts';
import * as fewerTrees from './0024-fewer-trees.ts';
import * as toldBack from './0025-told-back.ts';
import * as followUps from './0026-follow-ups.ts';
import * as webhooks from './0027-webhooks.ts';
import * as decisions from './0028-decisions.ts';
import * as alerts from './0029-alerts.ts';
import * as committee from './0030-committee.ts';
import * as moments from './0031-moments.ts';
import * as themes from './0032-themes.ts';
import * as laneCut from './0033-lane-cut.ts';
import * as overview from './0034-overview.ts';
import * as exports from './0035-exports.ts';
import * as figureSums from './0036-figure-sums.ts';
import * as releases from './0037-releases.ts';
import * as biViews from './0038-bi-views.ts';
import * as accountsHeard from './0039-accounts-heard.ts';
import * as begunAndUnsent from './0040-begun-and-unsent.ts';
import * as cutOfShown from './0041-cut-of-shown.ts';
import * as letGo from './0042-let-go.ts';
import * as followUpsByLane from './0043-follow-ups-by-lane.ts';
import * as lighterAnswersAgain from './0044-lighter-answers-again.ts';
import * as renewalsByName from './0045-renewals-by-name.ts';
import * as neverArrived from './0046-never-arrived.ts';
import * as cameOver from './0047-came-over.ts';
import * as outOfRole from './0048-out-of-role.ts';
import type { Migration } from './kit.ts';

/** Every migration in the order it runs. A list, so that nothing reads the disk at run time. */
export const migrations: readonly Migration[] = [
  { name: '0001-workspace', up: workspace.up },
  { name: '0002-audience', up: audience.up },
  { name: '0003-asking', up: asking.up },
  { name: '0004-answers', up: answers.up },
  { name: '0005-survey-building', up: surveyBuilding.up, rebuildsTables: true },
  { name: '0006-heard', up: heard.up },
  { name: '0007-answering', up: answering.up, rebuildsTables: true },
  { name: '0008-referral', up: referral.up },
  { name: '0009-kept-apart', up: keptApart.up },
  { name: '0010-lighter-answers', up: lighterAnswers.up },
  { name: '0011-doubts', up: doubts.up },
  { name: '0012-asking-rules', up: askingRules.up },
  { name: '0013-mail-from', up: mailFrom.up },
  { name: '0014-mail-events', up: mailEvents.up },
  { name: '0015-armed', up: armed.up },
  { name: '0016-waiting-counts', up: waitingCounts.up },
  { name: '0017-mail-pace', up: mailPace.up },
  { name: '0018-came-back', up: cameBack.up },
  { name: '0019-own-attributes', up: ownAttributes.up },
  { name: '0020-role-first', up: roleFirst.up },
  { name: '0021-guards', up: guards.up },
  { name: '0022-lighter-commit', up: lighterCommit.up, rebuildsTables: true },
  { name: '0023-send-orders', up: sendOrders.up },
  { name: '0024-fewer-trees', up: fewerTrees.up, rebuildsTables: true },
  { name: '0025-told-back', up: toldBack.up },
  { name: '0026-follow-ups', up: followUps.up, rebuildsTables: true },
  { name: '0027-webhooks', up: webhooks.up },
  { name: '0028-decisions', up: decisions.up },
  { name: '0029-alerts', up: alerts.up },
  { name: '0030-committee', up: committee.up },
  { name: '0031-moments', up: moments.up },
  { name: '0032-themes', up: themes.up, rebuildsTables: true },
  { name: '0033-lane-cut', up: laneCut.up },
  { name: '0034-overview', up: overview.up, rebuildsTables: true },
  { name: '0035-exports', up: exports.up },
  { name: '0036-figure-sums', up: figureSums.up, rebuildsTables: true },
  { name: '0037-releases', up: releases.up },
  { name: '0038-bi-views', up: biViews.up },
  { name: '0039-accounts-heard', up: accountsHeard.up },
  { name: '0040-begun-and-unsent', up: begunAndUnsent.up },
  { name: '0041-cut-of-shown', up: cutOfShown.up },
  { name: '0042-let-go', up: letGo.up },
  { name: '0043-follow-ups-by-lane', up: followUpsByLane.up },
  { name: '0044-lighter-answers-again', up: lighterAnswersAgain.up },
  { name: '0045-renewals-by-name', up: renewalsByName.up },
  { name: '0046-never-arrived', up: neverArrived.up },
  { name: '0047-came-over', up: cameOver.up },
  { name: '0048-out-of-role', up: outOfRole.up },
];
