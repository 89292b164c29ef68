import { useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import * as z from 'zod'
import {
  CardEntry,
  type LabelSource,
  type PrintRun,
  type Printer,
  type Sheet,
  type Template,
} from '../../shared/labels/contract.ts'
import { labelsPerPage } from '../../shared/labels/rules.ts'
import { useKept } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { remember, remembered, type Remembered } from './remembered.ts'
import { nothingWanted, sourceOf, type Wanted } from './wanted.ts'

const Carried = z.object({
  copies: z
    .array(z.object({ id: z.int(), accessionNumber: z.string(), title: z.string() }))
    .min(1)
    .max(5000),
})

const CarriedCards = z.object({ cards: z.array(CardEntry).min(1).max(1000) })

/** What a list or a delivery brought along, else what the page was left with. */
function begun(state: unknown, voucher: string | null): Partial<Wanted> {
  const carried = Carried.safeParse(state)
  if (carried.success) return { by: 'copies', copies: carried.data.copies }
  const people = CarriedCards.safeParse(state)
  if (people.success) return { by: 'cards', cards: people.data.cards }
  return voucher !== null && /^\d+$/.test(voucher) ? { by: 'voucher', voucherId: voucher } : {}
}

export type Layout = {
  templates: Template[]
  sheets: Sheet[]
  printers: Printer[]
  template: Template | undefined
  sheet: Sheet | undefined
  printer: Printer | undefined
  startAt: number
  each: number | null
}
export type Choose = {
  template: (id: number) => void
  sheet: (id: number) => void
  printer: (id: number | null) => void
  startAt: (place: number) => void
  each: (value: number | null) => void
}

/** All that a run needs: what is wanted, on which stock, at which printer, from which place on. */
export function useRun() {
  const { state } = useLocation()
  const [search] = useSearchParams()
  const [kept, keep] = useKept('labels.wanted', nothingWanted)
  const [wanted, setWanted] = useState<Wanted>(() => ({ ...kept, ...begun(state, search.get('voucher')) }))
  const [startAt, setStart] = useKept('labels.startAt', 1)
  const [each, setEach] = useState<number | null>(1)
  const [choice, setChoice] = useState<Remembered>(remembered)
  const templates = useQuery('labels.templates', {}).value ?? []
  const sheets = useQuery('labels.sheets', {}).value ?? []
  const printers = useQuery('labels.printers', {}).value ?? []
  const source = sourceOf(wanted)
  const isCard = wanted.by === 'cards'
  const offered = templates.filter(({ kind }) => (kind === 'card') === isCard)
  const template =
    offered.find(({ id }) => id === (isCard ? choice.cardTemplateId : choice.templateId)) ?? offered[0]
  const sheetKey = isCard ? 'cardSheetId' : 'sheetId'
  const sheet = sheets.find(({ id }) => id === choice[sheetKey]) ?? fitting(sheets, template) ?? sheets[0]
  const printer = printers.find(({ id }) => id === choice.printerId)
  const first = sheet ? Math.min(startAt, labelsPerPage(sheet)) : 1

  function change(how: (now: Wanted) => Wanted) {
    setWanted((now) => {
      const next = how(now)
      // Readers are people: their list is gone with the page.
      keep({ ...next, cards: nothingWanted.cards })
      return next
    })
  }
  function choose(next: Partial<Remembered>) {
    const chosen = { ...choice, ...next }
    setChoice(chosen)
    remember(chosen)
  }
  const layout: Layout = {
    templates: offered,
    sheets,
    printers,
    template,
    sheet,
    printer,
    startAt: first,
    each,
  }
  return {
    wanted,
    change,
    layout,
    choose: {
      template: (id: number) => {
        const next = templates.find((each) => each.id === id)
        const fits = sheet && isSize(sheet, next) ? sheet : (fitting(sheets, next) ?? sheet)
        choose({ [isCard ? 'cardTemplateId' : 'templateId']: id, [sheetKey]: fits?.id ?? null })
        if (fits !== sheet) setStart(1)
      },
      sheet: (id: number) => {
        choose({ [sheetKey]: id })
        setStart(1)
      },
      printer: (id: number | null) => choose({ printerId: id }),
      startAt: setStart,
      each: setEach,
    } satisfies Choose,
    run: runOf(source, layout),
  }
}

export type Asked = Required<Omit<PrintRunInput, 'isLeavingOut'>>
type PrintRunInput = z.output<typeof PrintRun>

function runOf(
  source: LabelSource | null,
  { template, sheet, printer, startAt, each }: Layout,
): Asked | null {
  const isCounted = each !== null && Number.isInteger(each) && each >= 1 && each <= 20
  if (source === null || !template || !sheet || !isCounted) return null
  return { source, templateId: template.id, sheetId: sheet.id, printerId: printer?.id ?? null, startAt, each }
}

function isSize({ labelWidthMm, labelHeightMm }: Sheet, template: Template | undefined): boolean {
  return (
    Math.abs(labelWidthMm - (template?.design.widthMm ?? 0)) < 0.5 &&
    Math.abs(labelHeightMm - (template?.design.heightMm ?? 0)) < 0.5
  )
}

/** Stock of the template's own size is the best guess: on any other the label is stretched. */
function fitting(sheets: Sheet[], template: Template | undefined): Sheet | undefined {
  return sheets.find((sheet) => isSize(sheet, template))
}
