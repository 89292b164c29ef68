import { useTranslation } from 'react-i18next'
import { labelsPerPage } from '../../shared/labels/rules.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import type { Choose, Layout } from './use-run.ts'

type Props = { layout: Layout; choose: Choose }

/** The look of the labels, the stock they are printed on, and the printer with its correction. */
export function LayoutFields({ layout, choose }: Props) {
  const { t } = useTranslation()
  const { templates, sheets, printers, template, sheet, printer, startAt, each } = layout
  return (
    <fieldset className="plain-fieldset stack tight">
      <legend>
        <h2>{t('labels.print.how')}</h2>
      </legend>
      <Select
        label={t('labels.print.template')}
        value={String(template?.id ?? '')}
        options={templates.map(({ id, name, kind }) => ({
          value: String(id),
          label: t('labels.print.templateOption', { name, kind: t(`labels.kinds.${kind}`) }),
        }))}
        onChange={(event) => choose.template(Number(event.target.value))}
      />
      <Select
        label={t('labels.print.sheet')}
        value={String(sheet?.id ?? '')}
        options={sheets.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => choose.sheet(Number(event.target.value))}
      />
      <Select
        label={t('labels.print.printer')}
        hint={t('labels.print.printerHint')}
        value={String(printer?.id ?? '')}
        emptyLabel={t('labels.print.noPrinter')}
        options={printers.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => choose.printer(event.target.value === '' ? null : Number(event.target.value))}
      />
      <div className="form-grid">
        <NumberField
          label={t('labels.print.each')}
          hint={t('labels.print.eachHint')}
          value={each}
          error={each === null || (each >= 1 && each <= 20) ? undefined : t('labels.print.eachWrong')}
          onChange={choose.each}
        />
        {sheet && labelsPerPage(sheet) > 1 && (
          <NumberField
            label={t('labels.print.startAt')}
            hint={t('labels.print.startAtHint', { places: labelsPerPage(sheet) })}
            value={startAt}
            onChange={(value) => {
              if (value !== null && Number.isInteger(value) && value >= 1)
                choose.startAt(Math.min(value, labelsPerPage(sheet)))
            }}
          />
        )}
      </div>
    </fieldset>
  )
}
