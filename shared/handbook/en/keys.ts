import type { Chapter } from '../chapter.ts'

export const keys: Chapter = {
  title: 'Keys and short ways',
  summary: 'Every page works by keyboard. Press ? anywhere for the keys that are yours.',
  sections: [
    {
      title: 'On every page',
      blocks: [
        {
          kind: 'table',
          head: ['Key', 'What it does'],
          rows: [
            ['{key:F1}', '{shell.shortcuts.handbook}'],
            ['{key:Ctrl+K}', '{shell.shortcuts.find}; also without marks'],
            ['{key:?}', '{shell.shortcuts.help}'],
            ['{key:Ctrl+Z}', '{shell.shortcuts.undo}'],
            ['{key:Ctrl+Enter}', '{shell.shortcuts.save}'],
            ['{key:Esc}', '{shell.shortcuts.back}'],
          ],
        },
      ],
    },
    {
      title: 'In lists',
      blocks: [
        {
          kind: 'table',
          head: ['Key', 'What it does'],
          rows: [
            ['{key:/}', '{shell.shortcuts.search}'],
            ['{key:Alt+L}', '{shell.shortcuts.filter}'],
            ['{key:Enter}', '{shell.shortcuts.open}'],
            ['{key:F4}', '{shell.shortcuts.preview}'],
            ['{key:Space}', '{shell.shortcuts.choose}'],
            ['{key:Shift+↑↓}', '{shell.shortcuts.chooseStretch}'],
            ['{key:Ctrl+A}', '{shell.shortcuts.chooseAll}'],
          ],
        },
      ],
    },
    {
      title: 'Barcode scanners',
      blocks: [
        {
          kind: 'list',
          items: [
            'Scan on any page, without going to a field: a book’s label opens the copy, a digitization slip its job, the code of a packing list its shipment.',
            'The scanner should send {key:Enter} after each code. It reads rightly with UniKey on or off.',
          ],
        },
      ],
    },
    {
      title: 'Typing and dates',
      blocks: [
        {
          kind: 'list',
          items: [
            'Dates may be typed as 21042026 or 21/4/26. Decimals take a comma: 1.234,5.',
            'Pasted text in an old encoding (TCVN3, VNI) is recognised: press {shell.legacyPaste.convert}.',
            'Grids take blocks pasted from Excel.',
          ],
        },
      ],
    },
  ],
}
