import { expect, test } from 'vitest'
import en from '../shared/locales/en/electron.json' with { type: 'json' }
import vi from '../shared/locales/vi/electron.json' with { type: 'json' }
import { createTexts } from '../shared/texts.ts'
import { menuEntries, type MenuAct, type MenuState } from './menu-entries.ts'

const { t } = createTexts('vi', { electron: vi })
const own: MenuState = { isSignedIn: true, elsewhere: null }

function entriesOf(state: MenuState, act: (id: MenuAct) => void = () => undefined) {
  const all = menuEntries(t, state, act).flatMap(({ submenu }) => submenu)
  return all.filter((entry) => 'id' in entry)
}

test('help shows its key and leaves it to the page; about is always there', () => {
  const [handbook, about] = entriesOf(own)
  expect(handbook).toMatchObject({ id: 'handbook', accelerator: 'F1', registerAccelerator: false })
  expect(about).toMatchObject({ id: 'about', enabled: true })
  expect(entriesOf({ ...own, isSignedIn: false })[0]).toMatchObject({ id: 'handbook', enabled: false })
})

test('another library is offered where this PC shows one of another PC, unless that was fixed', () => {
  const ids = (state: MenuState) => entriesOf(state).map(({ id }) => id)
  expect(ids(own)).not.toContain('library')
  expect(entriesOf({ ...own, elsewhere: { isFixed: false } })[0]).toMatchObject({
    id: 'library',
    enabled: true,
  })
  expect(entriesOf({ ...own, elsewhere: { isFixed: true } })[0]).toMatchObject({
    id: 'library',
    enabled: false,
  })
})

test('an entry does what it names', () => {
  const done: MenuAct[] = []
  for (const entry of entriesOf({ ...own, elsewhere: { isFixed: false } }, (id) => done.push(id)))
    entry.click()
  expect(done).toEqual(['library', 'handbook', 'about'])
})

test('no two entries of a menu share their words, in either language', () => {
  for (const texts of [vi, en]) {
    const { t: words } = createTexts('vi', { electron: texts })
    const elsewhere = { isFixed: false }
    for (const { submenu } of menuEntries(words, { isSignedIn: true, elsewhere }, () => undefined)) {
      const labels = submenu.flatMap((entry) => ('label' in entry ? entry.label : []))
      expect(new Set(labels).size).toBe(labels.length)
    }
  }
})
