import type { Chapter } from '../chapter.ts'

export const security: Chapter = {
  title: 'Security: what is protected, from whom, and how',
  summary: 'The threat model on one sheet, for IT staff and inspectors.',
  sections: [
    {
      title: 'What, and from whom',
      blocks: [
        {
          kind: 'text',
          text: 'Assets: readers’ data and names of people (which never leave the PC), signed figures, accession registers, the library’s signing key, and that the library can go on working. Against: whoever finds a stick, the curious on the local network, a strange web page open on the same PC, malicious files sent in, insiders who want to change what was signed, failing disks and power cuts.',
        },
      ],
    },
    {
      title: 'Door by door',
      blocks: [
        {
          kind: 'table',
          head: ['Door', 'What guards it'],
          rows: [
            [
              'The page',
              'Sandbox, context isolation, no Node; a content policy without inline code; no other address, no second window; only its own files are loaded. The page of a serving PC has no bridge to this one.',
            ],
            [
              'Loopback port 127.0.0.1',
              'Listens on this PC only, opened by a code that works once, checks host and origin; calls of other web pages are refused.',
            ],
            [
              'Command line, pipe',
              'Every call signs in as a person does; the pipe is for the Windows user who has the program open.',
            ],
            [
              'Local network',
              'Off unless turned on. Then: TLS with a certificate of its own, fingerprints compared on two screens, sign-in required, tries limited.',
            ],
            [
              'Files taken in',
              'Kind, size and names are checked; archives that swell, XML with entities and paths that climb out are refused by name; seen before written; can be taken back.',
            ],
            [
              'Files handed out',
              'Cells that begin like a formula are neutralised in CSV; spreadsheets get text as text, never a formula from data.',
            ],
            [
              'Packages, receipts',
              'Ed25519 over the RFC 8785 form; signatures are believed, words are not. Figures only, no names.',
            ],
            [
              'Backups',
              'Encrypted by the age standard where turned on; restored on trial before they are called backups; the signing key does not open from a copy.',
            ],
            [
              'Updates',
              'Only files signed by the publisher; never an older version; never online unless allowed.',
            ],
            [
              'Insiders',
              'Roles are asked by the engine, not by the page; slow password hashes, rising waits; every change goes into a hash-chained journal, signed figures are locked.',
            ],
          ],
        },
      ],
    },
    {
      title: 'What it does not protect from',
      blocks: [
        {
          kind: 'list',
          items: [
            'Administrators of Windows, or whoever takes the disk out: turn on BitLocker and lock the room. Installed for all users, the data folder can be read and written by every Windows account of the PC: where strangers use it, install for one user.',
            'Malware that runs as the Windows user at work; recorded keystrokes.',
            'A stolen copy that is not encrypted. Edits of the journal’s tail after the last signature or backup: they cannot be detected.',
            'People entitled to enter figures who enter wrong ones: the program asks about the unusual, and believes the answer.',
          ],
        },
      ],
    },
    {
      title: 'How to check',
      blocks: [
        {
          kind: 'text',
          text: '{/journal/verify}, {backup.page.check}, {/settings/program} (the program’s files still have their SHA-256). Electron’s security checklist has 20 items, each with an automatic test that comes with the source. Licences of third parties: {/settings/program}.',
        },
      ],
    },
  ],
}
