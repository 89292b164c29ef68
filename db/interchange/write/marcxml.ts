import { isDataField, type MarcField } from '../../../shared/catalogue/contract.ts'
import type { CopyField } from '../../../shared/interchange/contract.ts'
import { copyFieldsOf, withoutOldCopies } from './copies.ts'
import type { Exported, ExportWriter, Report } from '../../standards/index.ts'
import { fittedFields, marcxmlRules } from './fields.ts'
import { fittedLeader } from './leader.ts'
import { escaped, xmlDeclaration } from '../../xml.ts'

const head = `${xmlDeclaration}<collection xmlns="http://www.loc.gov/MARC21/slim">\n`
const foot = '</collection>\n'

type OnDropped = (tag: string) => void

/** MARCXML, valid against MARC21slim.xsd: control fields stand before data fields there. */
export function marcxmlWriter({ report, copies }: { report: Report; copies: CopyField }): ExportWriter {
  return {
    head: () => head,
    add: (items) => items.map((item) => recordText(item, copies, report)).join(''),
    foot: () => foot,
  }
}

function recordText(item: Exported, as: CopyField, report: Report): string {
  const { id: titleId } = item.title
  const { leader, isRepaired } = fittedLeader(item.record.leader)
  if (isRepaired) report({ titleId, code: 'leader_repaired', detail: item.record.leader })
  const added = copyFieldsOf(item, as)
  const own = fittedFields(item.record, marcxmlRules, (code, detail) => report({ titleId, code, detail }))
  const onDropped: OnDropped = (tag) => report({ titleId, code: 'characters_dropped', detail: tag })
  let controls = ''
  let data = ''
  for (const field of [...withoutOldCopies(own, added), ...added]) {
    if (isDataField(field)) data += dataText(field, onDropped)
    else controls += controlText(field, onDropped)
  }
  return `<record>\n<leader>${leader}</leader>\n${controls}${data}</record>\n`
}

function controlText({ tag, value }: Extract<MarcField, { value: string }>, onDropped: OnDropped): string {
  return `<controlfield tag="${tag}">${escaped(value, () => onDropped(tag))}</controlfield>\n`
}

function dataText(field: Extract<MarcField, { indicators: string }>, onDropped: OnDropped): string {
  const { tag, indicators, subfields } = field
  const tell = () => onDropped(tag)
  let text = `<datafield tag="${tag}" ind1="${indicators.charAt(0)}" ind2="${indicators.charAt(1)}">`
  for (const [code, value] of subfields) {
    text += `<subfield code="${escaped(code)}">${escaped(value, tell)}</subfield>`
  }
  return `${text}</datafield>\n`
}
