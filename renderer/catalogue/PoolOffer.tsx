import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { normalIsbn } from '../../shared/catalogue/rules.ts'
import { useCall, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { isbn: string; onUse: (record: MarcRecord) => void }

/** Another library's record for the ISBN that was typed or scanned, to be taken over with one key. */
export function PoolOffer({ isbn, onUse }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const text = useFailureText()
  const [usedIsbn, setUsedIsbn] = useState('')
  const wanted = normalIsbn(isbn.split(/[;,]/)[0] ?? '') ?? ''
  const isAsked = wanted !== '' && wanted !== usedIsbn
  const found = useQuery('interchange.searchPools', { text: wanted, limit: 1 }, { isActive: isAsked })
  const offer = isAsked ? found.value?.[0] : undefined
  async function use() {
    if (!offer) return
    const answer = await call('interchange.poolRecord', { id: offer.id })
    if (!answer.ok) return toast({ text: text(answer.error) })
    onUse(answer.value.record)
    setUsedIsbn(wanted)
    toast({ text: t('catalogue.form.poolUsed') })
  }
  useShortcut('F9', () => void use(), offer !== undefined)
  if (found.failure) return <Failure of={found.failure} />
  if (!offer) return null
  return (
    <Notice icon="book" text={t('catalogue.form.poolOffer', { pool: offer.poolName, title: offer.title })}>
      <Button shortcut="F9" onClick={() => void use()}>
        {t('catalogue.form.usePool')}
      </Button>
    </Notice>
  )
}
