import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export type ConflictRow = { key: string; label: string; mine: string; theirs: string }
type Side = 'mine' | 'theirs'
/** Which version is kept, by the row's key. */
export type Sides = Record<string, Side>
type Props = {
  rows: ConflictRow[]
  /** When the other version was saved, where that is known. */
  savedAt?: string
  onClose: () => void
  onChoose: (sides: Sides) => void
}

/** The merged fields, but theirs where theirs was chosen. */
export function mergeSides<Mine extends object>(mine: Mine, theirs: Mine, sides: Sides): Mine {
  const taken = Object.keys(sides).filter((key) => sides[key] === 'theirs')
  return { ...mine, ...Object.fromEntries(taken.map((key) => [key, Reflect.get(theirs, key)])) }
}

/** Someone else saved first: both versions side by side, a choice for each field that both changed. */
export function ConflictDialog({ rows, savedAt, onClose, onChoose }: Props) {
  const { t } = useTranslation()
  const [sides, setSides] = useState<Sides>(() => Object.fromEntries(rows.map((row) => [row.key, 'mine'])))
  return (
    <Dialog
      isWide
      title={t('ui.conflict.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.conflict.back')}</Button>
          <Button kind="primary" onClick={() => onChoose(sides)}>
            {t('ui.conflict.save')}
          </Button>
        </>
      }
    >
      <p>{savedAt ? t('ui.conflict.textAt', { at: displayInstant(savedAt) }) : t('ui.conflict.text')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('ui.conflict.field')}</th>
            <th scope="col">{t('ui.conflict.mine')}</th>
            <th scope="col">{t('ui.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <label className="check">
                    <input
                      type="radio"
                      name={row.key}
                      checked={sides[row.key] === side}
                      onChange={() => setSides({ ...sides, [row.key]: side })}
                    />
                    {row[side] || '–'}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
