import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isClassNumber } from '../../shared/catalogue/call-number.ts'
import { useTerms } from '../settings/index.ts'
import type { FieldProps } from '../ui/Field.tsx'
import { IconButton } from '../ui/Button.tsx'
import { SuggestField } from '../ui/SuggestField.tsx'
import { classesLike, classNumberOf, classOf } from './ddc-classes.ts'
import { DdcDialog } from './DdcDialog.tsx'

type Props = FieldProps & { name: string; value: string; onChange: (value: string) => void }

const shownAtMost = 12

/** A class number, or words of its caption; Alt+↓ opens the classes as a tree. */
export function DdcField(props: Props) {
  const { t } = useTranslation()
  const classes = useTerms('ddcClass')
  const [isTreeOpen, setTreeOpen] = useState(false)
  const { value, onChange } = props
  const named = classOf(classes, value)
  const isWords = value.trim() !== '' && !isClassNumber(value)
  return (
    <>
      <SuggestField
        {...props}
        hint={
          isWords
            ? t('catalogue.ddc.noNumber')
            : named && t('catalogue.ddc.inClass', { code: named.value, caption: named.label })
        }
        suggestions={classesLike(classes, value)
          .slice(0, shownAtMost)
          .map((option) => ({ ...option, hint: classNumberOf(option.value) }))}
        onType={() => {}}
        onTake={(option) => onChange(classNumberOf(option.value))}
        onKeyDown={(event) => {
          if (!event.altKey || event.key !== 'ArrowDown') return
          event.preventDefault()
          setTreeOpen(true)
        }}
      >
        <IconButton
          icon="down"
          label={t('catalogue.ddc.open')}
          shortcut="Alt+↓"
          tabIndex={-1}
          onClick={() => setTreeOpen(true)}
        />
      </SuggestField>
      {isTreeOpen && (
        <DdcDialog
          classes={classes}
          chosen={named?.value ?? null}
          onClose={() => setTreeOpen(false)}
          onPick={(code) => {
            onChange(classNumberOf(code))
            setTreeOpen(false)
          }}
        />
      )}
    </>
  )
}
