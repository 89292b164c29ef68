import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** The catalogue's one box, and the way to the next record. */
export function SearchCard() {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const total = useQuery('catalogue.search', { text: '', limit: 1 }).value?.total
  function search(event: FormEvent) {
    event.preventDefault()
    void navigate(text.trim() ? `/catalogue?text=${encodeURIComponent(text.trim())}` : '/catalogue')
  }
  return (
    <section className="card">
      <h2>{t('home.search.title')}</h2>
      <form className="row" onSubmit={search}>
        <SearchBox
          label={t('catalogue.list.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('home.search.submit')}</Button>
      </form>
      <div className="row">
        {total && (
          <span>
            {t('home.search.total')}{' '}
            <Link className="figure-value" to="/catalogue">
              {number(total.count)}
            </Link>
          </span>
        )}
        <span className="spacer" />
        {can('catalogue.write') && (
          <Link className="button primary" to="/catalogue/new" title="N">
            <Icon name="add" />
            {t('catalogue.menu.add')}
          </Link>
        )}
      </div>
    </section>
  )
}
