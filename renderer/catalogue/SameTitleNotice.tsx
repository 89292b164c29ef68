import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCan } from '../app/permissions.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

export type SameTitle = NonNullable<Output<'catalogue.twinOf'>>

type Props = {
  twin: SameTitle
  isRunning: boolean
  /** Another copy of the one that is there, instead of a second record. */
  onAddCopy: () => void
  onSave: () => void
}

/** Asked before a second record is made for what looks like the same book. */
export function SameTitleNotice({ twin, isRunning, onAddCopy, onSave }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const first = useRef<HTMLAnchorElement>(null)
  useEffect(() => first.current?.focus(), [twin])
  const { id, title, copies } = twin
  return (
    <Notice
      icon="warning"
      text={t('catalogue.form.sameTitle', { title, count: copies, shown: number(copies) })}
    >
      <Link ref={first} className="button" to={`/catalogue/${id}`}>
        {t('catalogue.form.openTwin')}
      </Link>
      {can('copies.write') && <Button onClick={onAddCopy}>{t('catalogue.form.addCopyToTwin')}</Button>}
      <Button disabled={isRunning} onClick={onSave}>
        {t('catalogue.form.saveSameTitle')}
      </Button>
    </Notice>
  )
}
