import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  cardFields,
  codeFields,
  copyFields,
  type LabelDesign,
  type LabelElement,
  type LabelField,
  type LabelKind,
} from '../../shared/labels/contract.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { codesFor, isOff } from './design-edits.ts'
import { shownText, storedText, unknownFields } from './field-words.ts'
import { MmField } from './MmField.tsx'

type Props = {
  element: LabelElement
  design: LabelDesign
  kind: LabelKind
  onChange: (element: LabelElement) => void
}
type Of<Type extends LabelElement['type']> = Omit<Props, 'element'> & {
  element: Extract<LabelElement, { type: Type }>
}

const places = ['xMm', 'yMm', 'widthMm', 'heightMm'] as const

/** Where the chosen element stands, and what it says or holds. */
export function ElementForm({ element, design, kind, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack tight">
      {element.type === 'text' && <TextParts {...{ element, design, kind, onChange }} />}
      {(element.type === 'barcode' || element.type === 'qr') && (
        <Select
          label={t('labels.design.code')}
          value={element.field}
          options={codesFor(kind).map((field) => ({ value: field, label: t(`labels.fields.${field}`) }))}
          onChange={(event) =>
            onChange({
              ...element,
              field: codeFields.find((each) => each === event.target.value) ?? element.field,
            })
          }
        />
      )}
      {element.type === 'barcode' && (
        <Check
          label={t('labels.design.hasText')}
          isOn={element.hasText}
          onChange={(hasText) => onChange({ ...element, hasText })}
        />
      )}
      {element.type === 'box' && (
        <MmField
          label={t('labels.design.lineMm')}
          value={element.lineMm}
          least={0.05}
          most={3}
          step={0.1}
          onChange={(lineMm) => onChange({ ...element, lineMm })}
        />
      )}
      <div className="measures">
        {places.map((key) => (
          <MmField
            key={key}
            label={t(`labels.design.places.${key}`)}
            value={element[key]}
            least={key === 'widthMm' ? 1 : key === 'heightMm' ? 0.1 : 0}
            onChange={(value) => onChange({ ...element, [key]: value })}
          />
        ))}
      </div>
      {isOff(element, design) && <p className="tone-bad small">{t('labels.design.off')}</p>}
    </div>
  )
}

function TextParts({ element, kind, onChange }: Of<'text'>) {
  const { t } = useTranslation()
  const box = useRef<HTMLTextAreaElement>(null)
  const nameOf = (field: LabelField) => t(`labels.fields.${field}`)
  const unknown = unknownFields(element.text)
  const fields: readonly LabelField[] =
    kind === 'card' ? ['libraryName', 'governingBody', ...cardFields] : copyFields
  const shown = shownText(element.text, nameOf)
  function insert(field: LabelField) {
    const caret = box.current?.selectionEnd ?? shown.length
    const text = `${shown.slice(0, caret)}{${nameOf(field)}}${shown.slice(caret)}`
    onChange({ ...element, text: storedText(text, nameOf) })
    box.current?.focus()
  }
  return (
    <>
      <TextArea
        ref={box}
        label={t('labels.design.text')}
        rows={2}
        value={shown}
        error={unknown[0] === undefined ? undefined : t('labels.design.unknownField', { name: unknown[0] })}
        onChange={(event) => onChange({ ...element, text: storedText(event.target.value, nameOf) })}
      />
      <Select
        label={t('labels.design.insert')}
        value=""
        emptyLabel={t('labels.design.choose')}
        options={fields.map((field) => ({ value: field, label: nameOf(field) }))}
        onChange={(event) => {
          const field = fields.find((each) => each === event.target.value)
          if (field) insert(field)
        }}
      />
      <TextLook element={element} onChange={onChange} />
    </>
  )
}

const aligns = ['left', 'center', 'right'] as const
const verticals = ['top', 'middle', 'bottom'] as const

function TextLook({ element, onChange }: Pick<Of<'text'>, 'element' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <>
      <div className="measures">
        <MmField
          label={t('labels.design.sizePt')}
          value={element.sizePt}
          least={3}
          most={72}
          onChange={(sizePt) => onChange({ ...element, sizePt })}
        />
        <Select
          label={t('labels.design.align')}
          value={element.align}
          options={aligns.map((each) => ({ value: each, label: t(`labels.design.aligns.${each}`) }))}
          onChange={(event) =>
            onChange({ ...element, align: aligns.find((each) => each === event.target.value) ?? 'center' })
          }
        />
        <Select
          label={t('labels.design.vertical')}
          value={element.vertical}
          options={verticals.map((each) => ({ value: each, label: t(`labels.design.verticals.${each}`) }))}
          onChange={(event) =>
            onChange({
              ...element,
              vertical: verticals.find((each) => each === event.target.value) ?? 'middle',
            })
          }
        />
      </div>
      <div className="check-row">
        <Check
          label={t('labels.design.isBold')}
          isOn={element.isBold}
          onChange={(isBold) => onChange({ ...element, isBold })}
        />
        <Check
          label={t('labels.design.isWrapped')}
          isOn={element.isWrapped}
          onChange={(isWrapped) => onChange({ ...element, isWrapped })}
        />
        <Check
          label={t('labels.design.isCallNumber')}
          isOn={element.isCallNumber}
          onChange={(isCallNumber) => onChange({ ...element, isCallNumber })}
        />
      </div>
    </>
  )
}

function Check({
  label,
  isOn,
  onChange,
}: {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
