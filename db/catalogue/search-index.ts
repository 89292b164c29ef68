import { sql } from 'kysely'
import type { Writer } from '../connection.ts'
import type { Derived } from '../views.ts'

/**
 * Begins every filter token. The tokenizer is told to take this private-use letter for part of a word, while `words()`
 * does not, so nothing that anybody types can equal one.
 */
export const tagMark = '\uE000'
const mark = `char(${tagMark.codePointAt(0)})`

const tokenizer = (diacritics: number) =>
  `tokenize="unicode61 remove_diacritics ${diacritics} categories 'L* N*' tokenchars '${tagMark}'"`

const unmarked = (text: string) => `replace(${text}, ${mark}, ' ')`
const replaced = (text: string, letters: string, by: string) =>
  [...letters].reduce((inner, letter) => `replace(${inner}, '${letter}', '${by}')`, text)
/** đ has no decomposition, so the tokenizer would keep it apart from d; nor have the letters it is mistaken for. */
const folded = (text: string) => replaced(replaced(text, 'đðɖ', 'd'), 'ĐÐƉ', 'D')
const asDe = (text: string) => replaced(replaced(text, 'ðɖ', 'đ'), 'ÐƉ', 'Đ')

/** For whoever else keeps words: what finds a title finds a page. */
export const searchForms = { tokenizer, folded }

/** Underscores part words for the tokenizer. */
const oneWord = (text: string) => `replace(${text}, '_', '')`

const whereDigits = (text: string, letter: string) =>
  `iif(${text} glob '*[^0-9]*', '', ${mark} || '${letter}' || ${text})`

/** What narrows a search inside the index instead of row by row; `match.ts` asks for the same tokens. */
const tags = (row: string) => {
  const digits = `replace(${row}.ddc, '.', '')`
  const year = `${row}.publishedYear`
  return [
    `${mark} || 'm' || ${oneWord(`${row}.material`)}`,
    `iif(${row}.language glob '*[^a-zA-Z]*', '', ${mark} || 'l' || ${row}.language)`,
    ...[1, 2, 3].map((length) => whereDigits(`substr(${digits}, 1, ${length})`, 'k')),
    whereDigits(digits, 'f'),
    `iif(${year} is null, '', ${mark} || 'c' || (${year} / 100) || ' ' || ${mark} || 'd' || (${year} / 10) || ' ' || ${mark} || 'y' || ${year})`,
    `replace(${oneWord(`' ' || ${row}.classes`)}, ' ', ' ' || ${mark} || 's')`,
    `iif(${row}.digitalOrigin is null and ${row}.material != 'digital', ${mark} || 'paper', ${mark} || 'digital')`,
  ].join(` || ' ' || `)
}

const joined = (row: string, ...columns: string[]) =>
  columns.map((column) => `${row}.${column}`).join(` || ' ' || `)

type Column = { name: string; text: (row: string) => string; from: readonly string[] }

function column(name: string, ...from: string[]): Column {
  return { name, from, text: (row) => unmarked(joined(row, ...from)) }
}
const tagColumn: Column = {
  name: 'tags',
  from: ['material', 'language', 'ddc', 'publishedYear', 'classes', 'digitalOrigin'],
  text: tags,
}

function searchTable(
  name: string,
  { columns, options, form }: { columns: Column[]; options: string; form: (text: string) => string },
): Derived {
  const names = columns.map((each) => each.name).join(', ')
  const values = (row: string) => columns.map((each) => form(each.text(row))).join(', ')
  const insert = `insert into ${name} (rowid, ${names})`
  const from = [...new Set(columns.flatMap((each) => each.from))].join(', ')
  return {
    name,
    create: `create virtual table ${name} using fts5(${names}, content='', contentless_delete=1, ${options})`,
    fill: `${insert} select id, ${values('t')} from title t where removedOn is null`,
    triggers: [
      `create trigger ${name}_insert after insert on title when new.removedOn is null
        begin ${insert} values (new.id, ${values('new')}); end`,
      `create trigger ${name}_update after update of ${from}, removedOn on title
        begin
          delete from ${name} where rowid = old.id;
          ${insert} select new.id, ${values('new')} where new.removedOn is null;
        end`,
      `create trigger ${name}_delete after delete on title
        begin delete from ${name} where rowid = old.id; end`,
    ],
  }
}

const titleColumn = column('title', 'title', 'part', 'subtitle')
const authorColumn = column('author', 'responsibility', 'authors', 'organisations')

const titleSearch = searchTable('titleSearch', {
  columns: [
    titleColumn,
    authorColumn,
    column('subject', 'subjects', 'keywords'),
    column('publisher', 'publisher'),
    column('rest', 'series', 'place'),
    column('numbers', 'isbn', 'issn', 'ddc'),
    column('callNumber', 'callNumber'),
    tagColumn,
  ],
  options: `${tokenizer(2)}, prefix='1 2'`,
  form: folded,
})

/** Words with the accents they have, asked first where folded ones have more hits than can be ranked. */
const titleExact = searchTable('titleExact', {
  columns: [titleColumn, authorColumn, tagColumn],
  options: `${tokenizer(0)}, detail=column`,
  form: asDe,
})

/** Each number of a title that may have several. */
const isbnsOf = (row: string) =>
  `json_each('[' || replace(json_quote(${row}.isbn), ';', '","') || ']') as number`
const insertIsbns = 'insert or ignore into titleIsbn (isbn, titleId) select trim(number.value)'

/** The titles of one ISBN in a single step, since each save asks whether another title has it. */
const titleIsbn: Derived = {
  name: 'titleIsbn',
  create:
    'create table titleIsbn (isbn text, titleId integer, primary key (isbn, titleId)) strict, without rowid',
  fill: `${insertIsbns}, t.id from title t, ${isbnsOf('t')} where t.isbn != ''`,
  triggers: [
    `create trigger titleIsbn_insert after insert on title when new.isbn != ''
      begin ${insertIsbns}, new.id from ${isbnsOf('new')}; end`,
    `create trigger titleIsbn_update after update of isbn on title when new.isbn != old.isbn
      begin
        delete from titleIsbn where titleId = old.id and isbn in (select trim(number.value) from ${isbnsOf('old')});
        ${insertIsbns}, new.id from ${isbnsOf('new')} where new.isbn != '';
      end`,
    `create trigger titleIsbn_delete after delete on title when old.isbn != ''
      begin delete from titleIsbn where titleId = old.id and isbn in (select trim(number.value) from ${isbnsOf('old')}); end`,
  ],
}

export const searchTables = [titleSearch, titleExact, titleIsbn]

/** SQLite's own: a part of an index is written anew once a tenth of it is gone. */
const usualDeleteMerge = 10

/**
 * Whoever takes away thousands of titles puts the indexes' tidying off until all are gone: they would be written anew
 * again and again while they shrink.
 */
export async function tidySearchTables(db: Writer, isTidying: boolean): Promise<void> {
  for (const { name } of [titleSearch, titleExact]) {
    const table = sql.table(name)
    await sql`insert into ${table} (${sql.ref(name)}, rank)
      values ('deletemerge', ${sql.lit(isTidying ? usualDeleteMerge : 0)})`.execute(db)
  }
}
