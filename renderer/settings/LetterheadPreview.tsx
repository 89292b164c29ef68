import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { dashedLines, type LibraryValues } from './library-values.ts'

/** Decree 30/2020: the text of an A4 page is 165 mm wide, so its sizes are parts of the preview's own width. */
const textWidthPt = (165 * 72) / 25.4
function size(pt: number): CSSProperties {
  return { fontSize: `${(pt * 100) / textWidthPt}cqi` }
}

const paper: CSSProperties = {
  background: '#fff',
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius)',
  boxShadow: '0 1px 3px rgb(0 0 0 / 20%)',
  color: '#000',
  fontFamily: "'Times New Roman', Tinos, 'Liberation Serif', serif",
  padding: '14px 18px 14px 22px',
}
const halves: CSSProperties = { display: 'grid', gridTemplateColumns: '45% 55%', lineHeight: 1.25 }
const centred: CSSProperties = {
  textAlign: 'center',
  overflowWrap: 'anywhere',
  textWrap: 'balance',
  padding: '0 2%',
}
const strong: CSSProperties = { fontWeight: 700 }
const penRoom = '\u00A0'.repeat(6)

/** The head and the foot of an official paper, as the fields beside it will make them. */
export function LetterheadPreview({ library }: { library: LibraryValues }) {
  const { t } = useTranslation()
  return (
    <figure className="stack" style={{ gap: 'var(--gap-1)', margin: 0, maxWidth: 540 }}>
      <figcaption className="soft small">{t('settings.preview.title')}</figcaption>
      <div style={paper}>
        <div style={{ containerType: 'inline-size' }}>
          <Head library={library} />
          <div style={{ ...centred, ...size(13), padding: '0.8em 0', color: '#666', fontStyle: 'italic' }}>
            {t('settings.preview.body')}
          </div>
          <Foot library={library} />
        </div>
      </div>
    </figure>
  )
}

function upper(text: string): string {
  return text.trim().toLocaleUpperCase('vi')
}

function Rule({ width }: { width: string }) {
  return <div style={{ borderTop: '1px solid #000', margin: '0.2em auto 0.4em', width }} />
}

function Head({ library }: { library: LibraryValues }) {
  const { t } = useTranslation()
  const symbol = library.reportSymbol.trim()
  const number = t('documents.letterhead.number', { number: symbol ? `${penRoom}/${symbol}` : penRoom })
  const date = t('documents.letterhead.date', { day: penRoom, month: penRoom, year: penRoom })
  const place = library.placeName.trim()
  return (
    <div style={halves}>
      <div style={{ ...centred, ...size(12) }}>
        <div>{upper(library.governingBody)}</div>
        <div style={strong}>{upper(library.name)}</div>
        <Rule width="33%" />
      </div>
      <div style={{ ...centred, ...strong, padding: 0 }}>
        <div style={{ ...size(12), whiteSpace: 'nowrap' }}>{t('documents.letterhead.state')}</div>
        <div style={size(13)}>{t('documents.letterhead.motto')}</div>
        <div style={size(13)}>
          <Rule width="60%" />
        </div>
      </div>
      <div style={{ ...centred, ...size(13) }}>{number}</div>
      <div style={{ ...centred, ...size(13), fontStyle: 'italic' }}>{place ? `${place}, ${date}` : date}</div>
    </div>
  )
}

function Foot({ library }: { library: LibraryValues }) {
  const { t } = useTranslation()
  const recipients = dashedLines(library.recipients)
  return (
    <div style={{ ...halves, gridTemplateColumns: '50% 50%' }}>
      <div style={{ ...size(11), overflowWrap: 'anywhere' }}>
        {recipients.length > 0 && (
          <div style={{ ...strong, ...size(12), fontStyle: 'italic' }}>
            {t('documents.ending.recipients')}
          </div>
        )}
        {recipients.map((line, index) => (
          <div key={`${index} ${line}`}>{line}</div>
        ))}
      </div>
      <div style={{ ...centred, ...strong, ...size(13) }}>
        <div style={{ minHeight: '1.25em' }}>{upper(library.signerTitle)}</div>
        <div style={{ marginTop: '3em' }}>{library.signerName.trim()}</div>
      </div>
    </div>
  )
}
