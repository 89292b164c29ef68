import { useTranslation } from 'react-i18next'
import { usePicture } from './use-picture.ts'

type Props = { id: number; size: 'small' | 'large'; label: string; widthPx?: number }

/** A page as a picture, or why there is none to see. */
export function Picture({ id, size, label, widthPx }: Props) {
  const { t } = useTranslation()
  const picture = usePicture(id, size)
  if (picture.state === 'shown')
    return <img src={picture.url} alt={label} {...(widthPx ? { width: widthPx } : {})} />
  return <span className="soft small picture-none">{t(`preservation.picture.${picture.state}`)}</span>
}
