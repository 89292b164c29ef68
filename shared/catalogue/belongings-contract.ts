import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { SerialIssue, SerialIssueFields, Subscription, SubscriptionFields } from './serial.ts'
import { holdingsChanges as changes, SpecialClass } from './title.ts'

export const ClassEntry = z.object({
  id,
  titleId: id,
  class: SpecialClass,
  evidence: z.string(),
  setOn: isoDate,
  endedOn: isoDate.nullable(),
})
export const LinkCheck = z.object({
  id,
  titleId: id,
  checkedOn: isoDate,
  isWorking: z.boolean(),
  note: z.string(),
})

/** What hangs on a title: issues, subscriptions, special classes, checks of its link. */
export const belongingContract = defineContract({
  queries: {
    issues: {
      can: 'catalogue.read',
      input: z.object({ titleId: id, ...pageInput }),
      output: page(SerialIssue),
    },
    subscriptions: { can: 'catalogue.read', input: z.object({ titleId: id }), output: z.array(Subscription) },
    classesOf: { can: 'catalogue.read', input: z.object({ titleId: id }), output: z.array(ClassEntry) },
    linkChecks: { can: 'catalogue.read', input: z.object({ titleId: id }), output: z.array(LinkCheck) },
  },
  commands: {
    setClass: {
      can: 'catalogue.write',
      input: z.object({
        titleIds: z.array(id).min(1).max(5000),
        class: SpecialClass,
        evidence: requiredText(2000),
        setOn: isoDate,
      }),
      /** The entries made; a title that is in the class already keeps its own. */
      output: z.object({ titles: z.int(), ids: z.array(id) }),
      errors: ['title_not_found', 'set_in_future', 'class_overlaps'],
      changes,
    },
    /** Takes back entries made by mistake, on the day they were made; a later one is ended, so that it stays told. */
    unsetClass: {
      can: 'catalogue.write',
      input: z.object({ ids: z.array(id).min(1).max(5000) }),
      output: z.object({ titles: z.int() }),
      errors: ['class_not_found', 'class_set_earlier'],
      changes,
    },
    endClass: {
      can: 'catalogue.write',
      input: z.object({ id, endedOn: isoDate }),
      output: ClassEntry,
      errors: ['class_not_found', 'ended_before_set', 'ended_in_future'],
      changes,
    },
    recordLinkCheck: {
      can: 'catalogue.write',
      input: z.object({
        titleId: id,
        checkedOn: isoDate,
        isWorking: z.boolean(),
        note: text(1000).default(''),
      }),
      output: LinkCheck,
      errors: ['title_not_found', 'no_link', 'checked_in_future'],
      changes,
    },
    addIssues: {
      can: 'catalogue.write',
      input: z.object({ titleId: id, issues: z.array(SerialIssueFields).min(1).max(400) }),
      output: z.object({ ids: z.array(id) }),
      errors: ['title_not_found', 'not_a_serial', 'duplicate_issue'],
      changes,
    },
    updateIssue: {
      can: 'catalogue.write',
      input: SerialIssueFields.extend({ id, rev }),
      output: SerialIssue,
      errors: ['issue_not_found', 'duplicate_issue'],
      changes,
    },
    removeIssue: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['issue_not_found', 'issue_is_bound'],
      changes,
    },
    /** Issues go into a bound volume, which is a copy with a number of its own; null takes them out again. */
    bindIssues: {
      can: 'catalogue.write',
      input: z.object({ issueIds: z.array(id).min(1).max(400), copyId: id.nullable() }),
      output: z.object({ issues: z.int() }),
      errors: ['issue_not_found', 'copy_not_found', 'copy_of_other_title'],
      changes,
    },
    setSubscription: {
      can: 'catalogue.write',
      input: SubscriptionFields.extend({
        titleId: id,
        id: id.nullable().default(null),
        rev: rev.nullable().default(null),
      }),
      output: Subscription,
      errors: ['title_not_found', 'not_a_serial', 'subscription_not_found', 'ends_before_start'],
      changes,
    },
  },
})
