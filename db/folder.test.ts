import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../test/support/engine.ts'
import { createEngine } from './engine.ts'
import { folderProblem } from './folder.ts'

const local = '/dev/sda1 / ext4 rw 0 0\n'

describe('a folder on this PC', () => {
  it.each([
    '/srv/kho-sach',
    '/home/lan/Thư viện/Kho Sách',
    '/data/dropboxes',
    '/data/my driver',
    '/data/box',
  ])('%s is fine', (folder) => {
    expect(folderProblem(folder, local)).toBeNull()
  })

  it('need not be there yet', () => {
    expect(folderProblem(join(testFolder(), 'mới', 'hơn'), local)).toBeNull()
  })
})

describe('a folder on another PC', () => {
  it.each([String.raw`\\server\share\kho`, '//server/share/kho'])('%s is known by its address', (folder) => {
    expect(folderProblem(folder, local)).toBe('network_share')
  })

  it.each([String.raw`\\?\C:\kho`, String.raw`\\.\C:\kho`])('%s is no such address', (folder) => {
    expect(folderProblem(folder, local)).toBeNull()
  })

  it.each(['nfs', 'nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'davfs'])(
    'is known by its %s file system',
    (type) => {
      const mounts = `${local}server:/x /mnt/chung ${type} rw 0 0\n`
      expect(folderProblem('/mnt/chung/kho', mounts)).toBe('network_share')
      expect(folderProblem('/mnt/chung', mounts)).toBe('network_share')
      expect(folderProblem('/mnt/chung-khac/kho', mounts)).toBeNull()
    },
  )

  it('is told apart by the innermost mount, in any order, spaces included', () => {
    const inside = `server:/x /mnt nfs rw 0 0\n/dev/sdb1 /mnt/o\\040cung ext4 rw 0 0\n${local}`
    expect(folderProblem('/mnt/o cung/kho', inside)).toBeNull()
    expect(folderProblem('/mnt/kho', inside)).toBe('network_share')
    const outside = `${local}server:/x /mnt/o\\040chung cifs rw 0 0\n`
    expect(folderProblem('/mnt/o chung/kho', outside)).toBe('network_share')
  })
})

describe('a folder that a program copies elsewhere', () => {
  it.each([
    '/home/lan/OneDrive/kho',
    '/home/lan/OneDrive - Sở Văn hóa/kho',
    '/home/lan/Dropbox/kho',
    '/home/lan/Google Drive/kho',
    '/home/lan/GoogleDrive/kho',
    '/home/lan/My Drive/kho',
    '/home/lan/iCloud Drive/kho',
    '/home/lan/Nextcloud/kho',
    '/home/lan/Box Sync/kho',
  ])('%s is known by its name', (folder) => {
    expect(folderProblem(folder, local)).toBe('cloud_folder')
  })

  it('is known behind a link, too', () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'OneDrive'))
    symlinkSync(join(folder, 'OneDrive'), join(folder, 'kho'))
    expect(folderProblem(join(folder, 'kho', 'moi'), local)).toBe('cloud_folder')
  })

  it('is refused before anything is written into it', async () => {
    const folder = join(testFolder(), 'OneDrive', 'kho')
    await expect(createEngine({ dataDir: folder, role: 'alone' })).rejects.toMatchObject({
      problem: 'cloud_folder',
      details: { folder },
    })
    expect(existsSync(join(folder, '..'))).toBe(false)
  })
})
