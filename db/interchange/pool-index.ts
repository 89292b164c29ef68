import type { Derived } from '../views.ts'

/** đ has no decomposition, so the tokenizer would keep it apart from d. */
const folded = (row: string) =>
  `replace(replace(${row}.title || ' ' || ${row}.authors || ' ' || ${row}.publisher, 'đ', 'd'), 'Đ', 'D')`
const insert = 'insert into poolSearch (rowid, words)'

/** Words of the records kept beside the catalogue; who pulls one knows a few words of its title, seldom all. */
export const poolSearch: Derived = {
  name: 'poolSearch',
  create: `create virtual table poolSearch using fts5(words, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N*'", detail=none)`,
  fill: `${insert} select id, ${folded('record')} from poolRecord record`,
  triggers: [
    `create trigger poolSearch_insert after insert on poolRecord
      begin ${insert} values (new.id, ${folded('new')}); end`,
    `create trigger poolSearch_delete after delete on poolRecord
      begin delete from poolSearch where rowid = old.id; end`,
  ],
}
