import { searchForms } from '../../catalogue/index.ts'
import type { Derived } from '../../views.ts'

const { tokenizer, folded } = searchForms
const shown = (row: string) => `ifnull(${row}.corrected, ${row}.text)`
/** A page on which nothing stands is in no index. */
const holdsText = (row: string) => `${shown(row)} != ''`

function textTable(
  name: string,
  { options, form }: { options: string; form: (text: string) => string },
): Derived {
  const insert = `insert into ${name} (rowid, text)`
  return {
    name,
    create: `create virtual table ${name} using fts5(text, content='', contentless_delete=1, ${options})`,
    fill: `${insert} select id, ${form(shown('t'))} from fileText t where ${holdsText('t')}`,
    triggers: [
      `create trigger ${name}_insert after insert on fileText when ${holdsText('new')}
        begin ${insert} values (new.id, ${form(shown('new'))}); end`,
      `create trigger ${name}_update after update of text, corrected on fileText
        when ${shown('old')} is not ${shown('new')}
        begin
          delete from ${name} where rowid = old.id;
          ${insert} select new.id, ${form(shown('new'))} where ${holdsText('new')};
        end`,
      `create trigger ${name}_delete after delete on fileText
        begin delete from ${name} where rowid = old.id; end`,
    ],
  }
}

export const textSearchTables = [
  textTable('textSearch', { options: tokenizer(2), form: folded }),
  /** Only tells which pages have a word with its accents; where it stands, the other one knows. */
  textTable('textExact', { options: `${tokenizer(0)}, detail=none`, form: (text) => text }),
]
