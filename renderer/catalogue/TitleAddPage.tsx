import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { addressIn } from './back-address.ts'
import { beginningOf, duplicateOf, templateFor, type NewTitle } from './new-title.ts'
import { NewTitleForm } from './NewTitleForm.tsx'

function numberIn(search: URLSearchParams, name: string): number | null {
  const value = Number(search.get(name))
  return Number.isInteger(value) && value > 0 ? value : null
}

/** Made for a stack of books: Ctrl+Enter saves and the next book can be typed at once. */
export function TitleAddPage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const fromId = numberIn(search, 'from')
  const hostId = numberIn(search, 'host')
  const back = addressIn(search, 'back')
  return (
    <div className="page">
      <PageHeader
        title={t(fromId ? 'catalogue.form.duplicate' : 'catalogue.form.addTitle')}
        back={
          back
            ? { to: back, label: t('catalogue.form.return') }
            : { to: keptAddress('/catalogue'), label: t('catalogue.list.title') }
        }
      />
      <Stack key={`${fromId}/${hostId}`} fromId={fromId} hostId={hostId} back={back} />
    </div>
  )
}

type StackProps = { fromId: number | null; hostId: number | null; back: string | null }

function draftKeyOf({ fromId, hostId }: Omit<StackProps, 'back'>): string {
  if (fromId !== null) return `catalogue.addTitle/from/${fromId}`
  return hostId === null ? 'catalogue.addTitle' : `catalogue.addTitle/host/${hostId}`
}

/** The form of one book after the other, each begun with what the one before left. */
function Stack({ fromId, hostId, back }: StackProps) {
  const templates = useQuery('catalogue.templates', {})
  const original = useQuery('catalogue.title', { id: fromId ?? 0 }, { isActive: fromId !== null })
  const record = useQuery('catalogue.record', { id: fromId ?? 0 }, { isActive: fromId !== null })
  const [next, setNext] = useState<{ number: number; began: NewTitle | null }>({ number: 1, began: null })
  const known = templates.value
  const first = useMemo(() => {
    if (fromId !== null) {
      if (!original.value || !record.value) return null
      const { material, digitalOrigin, hostId: sameHost } = original.value
      return {
        ...beginningOf(material, duplicateOf(record.value.record), { hostId: sameHost }),
        digitalOrigin,
      }
    }
    const material = hostId === null ? 'book' : 'article'
    return beginningOf(material, templateFor(known ?? [], material)?.record ?? null, { hostId })
  }, [fromId, hostId, known, original.value, record.value])
  const began = next.began ?? first
  const failure = templates.failure ?? original.failure ?? record.failure
  if (!began) return <Failure of={failure} />
  return (
    <NewTitleForm
      key={next.number}
      began={began}
      templates={known ?? []}
      back={back}
      draftKey={draftKeyOf({ fromId, hostId })}
      onNext={(saved) => setNext({ number: next.number + 1, began: nextAfter(saved) })}
    />
  )

  function nextAfter({ material, language, addedOn, hostId: lastHost }: NewTitle): NewTitle {
    const template = templateFor(known ?? [], material)
    const isArticle = material === 'article'
    return beginningOf(material, template?.record ?? null, {
      language,
      addedOn,
      hostId: isArticle ? lastHost : null,
    })
  }
}
