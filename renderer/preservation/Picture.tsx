import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PictureLack } from '../../shared/preservation/rules.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { PageOfFile } from './PageOfFile.tsx'
import { usePicture, type PictureState } from './use-picture.ts'

type Props = { id: number; size: 'small' | 'large'; label: string; widthPx?: number }

/** A page as a picture, or why there is none to see and what to do about it. */
export function Picture({ id, size, label, widthPx }: Props) {
  const [shown, setShown] = useState({ id, page: 1 })
  const pageInFile = shown.id === id ? shown.page : 1
  const picture = usePicture({ id, size, pageInFile })
  const [known, setKnown] = useState({ id, pages: 1 })
  // Stays in sight while the next page is opened.
  const pages = 'pages' in picture ? picture.pages : known.id === id ? known.pages : 1
  if ('pages' in picture && (known.id !== id || known.pages !== pages)) setKnown({ id, pages })
  return (
    <>
      {size === 'large' && pages > 1 && (
        <PageOfFile at={pageInFile} of={pages} onGo={(page) => setShown({ id, page })} />
      )}
      <Drawn {...{ picture, size, label }} {...(widthPx ? { widthPx } : {})} />
    </>
  )
}

function Drawn({ picture, size, label, widthPx }: Omit<Props, 'id'> & { picture: PictureState }) {
  const { t } = useTranslation()
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  if (picture.state === 'waiting' || picture.state === 'away') {
    const isBrief = size === 'small' && picture.state === 'away'
    const text = t(isBrief ? 'preservation.picture.short.away' : `preservation.picture.${picture.state}`)
    return <span className="soft small picture-none">{text}</span>
  }
  if (picture.state === 'none') return <Lack lack={picture.lack} path={picture.path} size={size} />
  // What the heads of a file promise, its pixels may not keep.
  if (picture.url === brokenUrl) return <Lack lack="broken_structure" path={picture.path} size={size} />
  return (
    <img
      src={picture.url}
      alt={label}
      {...(widthPx ? { width: widthPx } : {})}
      onError={() => setBrokenUrl(picture.url)}
    />
  )
}

type LackProps = { lack: PictureLack; path: string; size: Props['size'] }

function Lack({ lack, path, size }: LackProps) {
  const { t } = useTranslation()
  const isOfProgram =
    lack === 'not_drawn' || lack === 'page_of_words' || lack === 'no_picture' || lack === 'too_large'
  const short = t(isOfProgram ? `preservation.picture.short.${lack}` : `preservation.problems.${lack}`)
  if (size === 'small') return <span className="soft small picture-none">{short}</span>
  return (
    <div className="picture-lack stack">
      <p className="strong">{short}</p>
      <p>{t(isOfProgram ? `preservation.picture.${lack}` : `preservation.advice.${lack}`)}</p>
      <CopyField label={t('preservation.picture.path')} text={path} />
    </div>
  )
}
