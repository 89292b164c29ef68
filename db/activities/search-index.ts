import { declaredCodes, declaredType } from '../../shared/activities/types.ts'
import { tagMark } from '../catalogue/index.ts'
import type { Derived } from '../views.ts'

/**
 * One row for each activity, numbered by its first day and then by its id: in the order of these numbers the index is in
 * the order of the list, so a page of any mixture of words and filters is read off its end and nothing is sorted.
 */
const idsOfADay = 2 ** 31
/** Days as SQLite's julianday() counts them. */
const dayZero = 2_440_587
const dayMs = 86_400_000

export const rowidOf = (day: string, id: number): number =>
  (dayZero + Math.floor(Date.parse(day) / dayMs)) * idsOfADay + id
/** Keys are larger than a number of 32 bits, so no bitwise sign. */
export const idOf = (rowid: number): number => rowid % idsOfADay

const mark = `char(${tagMark.codePointAt(0)})`
const rowid = (row: string) => `cast(julianday(${row}.startsOn) as integer) * ${idsOfADay} + ${row}.id`
const folded = (text: string) => `replace(replace(${text}, 'đ', 'd'), 'Đ', 'D')`
const unmarked = (text: string) => `replace(${text}, ${mark}, ' ')`
const oneWord = (text: string) => `replace(${text}, '_', '')`

const words = (row: string) =>
  folded(unmarked(['name', 'place', 'organiser', 'note'].map((name) => `${row}.${name}`).join(` || ' ' || `)))

const linked = (row: string, letter: string, table: string, column: string) =>
  `ifnull((select group_concat(${mark} || '${letter}' || ${column}, ' ') from ${table} where activityId = ${row}.id), '')`

/** A type of the program's own has its group in its declaration, any other in its row. */
const groupOf = (code: string) =>
  `coalesce((select groupName from activityType where activityType.code = ${code}), case ${code} ${declaredCodes
    .map((each) => `when '${each}' then '${declaredType(each).group}'`)
    .join(' ')} end)`

const tags = (row: string) =>
  [
    `${mark} || 'g' || ${groupOf(`${row}.typeCode`)}`,
    `${mark} || 't' || ${oneWord(`${row}.typeCode`)}`,
    `${mark} || 's' || ${row}.state`,
    `${mark} || 'q' || ${oneWord(`${row}.proof`)}`,
    `iif(${row}.siteId is null, '', ${mark} || 'p' || ${row}.siteId)`,
    linked(row, 'c', 'activityCampaign', 'campaignId'),
    linked(row, 'r', 'activityPartner', 'partnerId'),
  ].join(` || ' ' || `)

const insert = 'insert into activitySearch (rowid, words, tags)'
const values = (row: string) => `${rowid(row)}, ${words(row)}, ${tags(row)}`

/**
 * What begins a word is looked up like a word, up to as many letters as a syllable has; any other beginning would be
 * gathered from all of its words first. Commands write the links of an activity first and the activity last, so that its tags are those it ends with.
 */
const activitySearch: Derived = {
  name: 'activitySearch',
  create: `create virtual table activitySearch using fts5(words, tags, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N*' tokenchars '${tagMark}'", prefix='1 2 3 4 5 6')`,
  fill: `${insert} select ${values('a')} from activity a where removedOn is null`,
  triggers: [
    `create trigger activitySearch_insert after insert on activity when new.removedOn is null
      begin ${insert} values (${values('new')}); end`,
    `create trigger activitySearch_update after update on activity
      begin
        delete from activitySearch where rowid = ${rowid('old')};
        ${insert} select ${values('new')} where new.removedOn is null;
      end`,
    `create trigger activitySearch_delete after delete on activity
      begin delete from activitySearch where rowid = ${rowid('old')}; end`,
  ],
}

export const searchTables = [activitySearch]
