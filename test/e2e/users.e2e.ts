import { expect, test } from 'vitest'
import { passwordMinLength, roles } from '../../shared/users/rules.ts'
import { testPassword } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import {
  enter,
  heading,
  nameOf,
  navigation,
  pickFromUserMenu,
  signIn,
  typePassword,
} from './support/frame.ts'
import { gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 40 })

test('everybody who may sign in has a tile, and a click and a password are enough', async () => {
  const page = await stage.open()
  const tiles = page.getByRole('group', { name: vietnamese('users.signIn.who') }).getByRole('button')
  await soon(() => tiles.count()).toBe(roles.length + 1)
  await expectAccessible(page, 'sign-in')
  await signIn(page, 'cataloguer')
  await see(page.getByRole('button', { name: vietnamese('shell.user.menu', { name: nameOf('cataloguer') }) }))
})

test('somebody without a tile signs in by name', async () => {
  const page = await stage.open()
  await page.getByRole('button', { name: vietnamese('users.signIn.other') }).click()
  await page.getByLabel(vietnamese('users.fields.username')).fill('User-Desk')
  await typePassword(page, testPassword)
  await see(navigation(page))
})

test('a wrong password is refused in words, the box is emptied and keeps the focus', async () => {
  const page = await stage.open()
  await page.getByRole('button', { name: nameOf('digitizer') }).click()
  await typePassword(page, 'khong-phai')
  await see(page.getByRole('alert').getByText(vietnamese('users.errors.wrong_credentials')))
  const box = page.getByLabel(vietnamese('users.fields.password'))
  await holds(box, '')
  await isFocused(box)
})

test('after five wrong passwords the page says how long to wait, and the right one waits as well', async () => {
  const page = await stage.open()
  await page.getByRole('button', { name: nameOf('activities') }).click()
  const alert = page.getByRole('alert')
  for (let attempt = 1; attempt <= 5; attempt++) {
    const answered = page.waitForResponse('**/call/users.signIn')
    await typePassword(page, `sai-lan-${attempt}`)
    await answered
    await see(alert.getByText(vietnamese('users.errors.wrong_credentials')))
    await holds(page.getByLabel(vietnamese('users.fields.password')), '')
  }
  await typePassword(page, testPassword)
  await see(alert.getByText(/cần chờ \d+ giây/))
  await gone(navigation(page))
})

test('a PC nobody touches locks; the password brings back the page with its unsaved text', async () => {
  const page = await stage.open()
  await page.clock.install()
  await signIn(page, 'cataloguer')
  await enter(page, '/catalogue/new')
  const title = page.getByLabel(vietnamese('catalogue.fields.title'), { exact: true })
  await title.fill('Chưa kịp lưu')
  await page.clock.fastForward('16:00')
  const lock = page.getByRole('dialog', { name: vietnamese('users.lock.title') })
  await see(lock.getByRole('heading', { name: nameOf('cataloguer') }))
  await expectAccessible(page, 'lock')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await see(lock)
  await lock.getByLabel(vietnamese('users.fields.password')).fill('sai-mat-khau')
  await page.keyboard.press('Enter')
  await see(lock.getByRole('alert'))
  await lock.getByLabel(vietnamese('users.fields.password')).fill(testPassword)
  await page.keyboard.press('Enter')
  await gone(lock)
  await holds(title, 'Chưa kịp lưu')
  await isFocused(title)
})

test('a locked window lets another person sign in instead', async () => {
  const page = await stage.as('desk')
  await pickFromUserMenu(page, 'desk', vietnamese('shell.user.lock'))
  await page.getByRole('button', { name: vietnamese('users.lock.signOut') }).click()
  await signIn(page, 'reader')
  await see(page.getByRole('button', { name: vietnamese('shell.user.menu', { name: nameOf('reader') }) }))
})

test('people switch within the window, and what one may see is gone for the next', async () => {
  const page = await stage.as('administrator', '/users')
  await see(heading(page, vietnamese('users.list.title')))
  await pickFromUserMenu(page, 'administrator', vietnamese('shell.user.switch'))
  await signIn(page, 'reader')
  await soon(() => page.url()).toContain('#/home')
  await gone(page.getByRole('grid'))
})

test('signing out leads to the tiles, and the address alone opens nothing', async () => {
  const page = await stage.as('director')
  await pickFromUserMenu(page, 'director', vietnamese('shell.user.signOut'))
  const tiles = page.getByRole('group', { name: vietnamese('users.signIn.who') })
  await see(tiles)
  await page.evaluate(() => {
    window.location.hash = '/catalogue'
  })
  await page.reload()
  await see(tiles)
  await gone(page.getByRole('grid'))
})

test('a reader finds titles but no button that changes one', async () => {
  const page = await stage.as('reader', '/catalogue')
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  await see(page.getByRole('tab', { name: vietnamese('catalogue.record.tabs.history') }))
  for (const name of ['common.actions.edit', 'catalogue.record.remove'].map((key) => vietnamese(key))) {
    await gone(page.getByRole('button', { name }))
  }
  await enter(page, '/catalogue')
  await see(page.getByRole('grid'))
  await gone(page.getByRole('link', { name: vietnamese('catalogue.list.add') }))
  await page.getByRole('grid').focus()
  await page.keyboard.press('n')
  await see(heading(page, vietnamese('catalogue.list.title')))
  await enter(page, '/catalogue/new')
  await see(heading(page, vietnamese('shell.pages.forbidden.title')))
})

test('the menu holds what a role may do, no more', async () => {
  const byRole = {
    reader: {
      has: ['catalogue.menu.search', 'sync.menu.title'],
      lacks: ['catalogue.menu.add', 'users.menu.list', 'journal.menu.list'],
    },
    cataloguer: {
      has: ['catalogue.menu.add'],
      lacks: ['users.menu.list', 'journal.menu.list', 'backup.menu.page'],
    },
    director: {
      has: ['journal.menu.list', 'backup.menu.page'],
      lacks: ['catalogue.menu.add', 'users.menu.list'],
    },
    administrator: {
      has: ['catalogue.menu.add', 'users.menu.list', 'journal.menu.list', 'backup.menu.page'],
      lacks: [],
    },
  } as const
  for (const role of ['reader', 'cataloguer', 'director', 'administrator'] as const) {
    const page = await stage.as(role)
    const entry = (key: string) => navigation(page).getByRole('link', { name: vietnamese(key), exact: true })
    for (const key of byRole[role].has) await see(entry(key))
    for (const key of byRole[role].lacks) expect(await entry(key).count(), `${role}: ${key}`).toBe(0)
  }
})

test('the administrator adds a person, who signs in; stops them by mistake and takes it back', async () => {
  const page = await stage.as('administrator', '/users')
  await page.getByRole('button', { name: vietnamese('users.list.add') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('users.list.add') })
  await dialog.getByLabel(vietnamese('users.fields.name')).fill('Đặng Thị Ngọc Ánh')
  const username = dialog.getByLabel(vietnamese('users.fields.username'))
  await soon(() => username.inputValue()).toMatch(/^[a-z0-9.]+$/)
  await dialog.getByLabel(vietnamese('users.fields.firstPassword')).fill('12345678'.slice(0, 5))
  await page.keyboard.press('Enter')
  await see(dialog.getByText(vietnamese('users.errors.weak_password', { minLength: passwordMinLength })))
  await dialog.getByLabel(vietnamese('users.fields.firstPassword')).fill('mot cau de nho')
  await page.keyboard.press('Enter')
  await gone(dialog)
  const row = page.getByRole('row').filter({ hasText: 'Đặng Thị Ngọc Ánh' })
  await row.click()
  await page.getByRole('button', { name: vietnamese('users.list.disable') }).click()
  await see(row.getByText(vietnamese('users.list.isDisabled')))
  await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await see(row.getByText(vietnamese('users.list.isActive')))

  const theirs = await stage.open()
  await theirs.getByRole('button', { name: 'Đặng Thị Ngọc Ánh' }).click()
  await typePassword(theirs, 'mot cau de nho')
  await see(navigation(theirs))
})

test('the only administrator cannot give the role away', async () => {
  const page = await stage.as('administrator', '/users')
  await page
    .getByRole('row')
    .filter({ hasText: nameOf('administrator') })
    .dblclick()
  const dialog = page.getByRole('dialog', { name: vietnamese('users.list.change') })
  await dialog.getByLabel(vietnamese('users.fields.role')).selectOption('reader')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(dialog.getByText(vietnamese('users.errors.last_administrator')))
})

test('people change their own password where the old one is asked', async () => {
  const page = await stage.as('desk', '/users/password')
  await page.getByLabel(vietnamese('users.fields.currentPassword')).fill('khong-nho')
  await page.getByLabel(vietnamese('users.fields.newPassword')).fill('câu mới dễ nhớ')
  await page.getByLabel(vietnamese('users.fields.passwordAgain')).fill('câu mới dễ nhớ')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('users.errors.wrong_credentials')))
  await page.getByLabel(vietnamese('users.fields.currentPassword')).fill(testPassword)
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('users.password.changed')))
  const again = await stage.open()
  await again.getByRole('button', { name: nameOf('desk') }).click()
  await typePassword(again, 'câu mới dễ nhớ')
  await see(navigation(again))
})
