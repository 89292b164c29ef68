import type { GivenFile } from '../../shared/door.ts'

const extensions = 'mrc marc iso dat mrk xml txt xlsx xls ods csv tsv gz zip'.split(' ')

/** Offered first by the dialog that chooses files; what a file is decides its content, not its name. */
export const accepted = extensions.map((extension) => `.${extension}`).join(',')

/** The most files of one run. */
export const mostFiles = 50

type Entries = { isDirectory: true; createReader: () => FileSystemDirectoryReader }

/** What was dropped on the page, a folder opened into the files in it; hidden ones are left out. */
export async function droppedFiles(items: DataTransferItemList): Promise<File[]> {
  // What was dropped is to be had only until this turn ends; a file without a place on the disk has no entry.
  const given = [...items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [])
  const opened = given.map(async (each) => (each instanceof File ? [each] : await filesIn(each)))
  return (await Promise.all(opened)).flat().filter(({ name }) => !name.startsWith('.'))
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((done, failed) => entry.file(done, failed))]
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (more.length === 0) break
    inside.push(...more)
  }
  return (await Promise.all(inside.map(filesIn))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemEntry & Entries {
  return entry.isDirectory
}

/** Several files, or all of a folder, as the person chooses them. */
export function chooseFiles(kind: 'files' | 'folder'): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (kind === 'folder') input.webkitdirectory = true
  else input.accept = accepted
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])].filter(({ name }) => !name.startsWith('.')))
    input.oncancel = () => resolve([])
    input.click()
  })
}

/** One file stands once, however often it is given. */
export function together<Given extends GivenFile>(chosen: readonly Given[], more: readonly Given[]): Given[] {
  const all = [...chosen, ...more]
  return all.filter(
    (file, at) => all.findIndex(({ name, size }) => name === file.name && size === file.size) === at,
  )
}
