import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Handbook } from '../../shared/handbook/chapter.ts'
import { type Span, spansOf } from '../../shared/handbook/spans.ts'
import { useCan } from '../app/permissions.ts'
import { pageRoutes } from '../app/routes.tsx'
import { wordsFor } from './spoken.ts'

type Props = { text: string; handbook: Handbook }

/** A text of the handbook with the screen's own words in it; pages the reader may open, and chapters, are doors. */
export function Words({ text, handbook }: Props) {
  return spansOf(text).map((span, at) => <Piece key={at} {...{ span, handbook }} />)
}

function Piece({ span, handbook }: { span: Span; handbook: Handbook }) {
  const { t } = useTranslation()
  const can = useCan()
  const words = wordsFor(t, handbook, span)
  if (span.kind === 'key') return <kbd>{words}</kbd>
  if (span.kind === 'word') return <b>{words}</b>
  if (span.kind === 'chapter') return <Link to={`/handbook/${span.value}`}>{words}</Link>
  if (span.kind === 'plain') return <Fragment>{words}</Fragment>
  const page = pageRoutes.find(({ path }) => path === span.value)
  return page && can(page.can) ? <Link to={`/${page.path}`}>{words}</Link> : <b>{words}</b>
}
