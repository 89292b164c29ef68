import { sql, type Kysely } from 'kysely'

type Stage = [kind: string, name: string, role: string | null]

/** The customary order, as Vietnamese guides to digitization give it. */
const customary: readonly Stage[] = [
  ['select', 'Chọn, lập danh mục', null],
  ['prepare', 'Chuẩn bị tài liệu', null],
  ['scan', 'Quét', 'digitizer'],
  ['process', 'Xử lý ảnh', 'digitizer'],
  ['check', 'Kiểm tra chất lượng', null],
  ['ocr', 'Nhận dạng ký tự (OCR)', 'digitizer'],
  ['describe', 'Biên mục, siêu dữ liệu', 'cataloguer'],
  ['package', 'Đóng gói', 'digitizer'],
  ['publish', 'Đưa ra phục vụ', null],
  ['preserve', 'Lưu trữ, bảo quản', 'digitizer'],
]
const withoutText = customary.filter(([kind]) => kind !== 'ocr')

export async function starterTemplates(db: Kysely<unknown>): Promise<void> {
  await template(db, 'Quy trình chung', null, customary)
  // No program reads Hán Nôm or handwriting off a picture well enough to plan for it.
  await template(db, 'Hán Nôm, bản viết tay (không OCR)', 'hannom', withoutText)
  await template(db, 'Bản đồ, tranh ảnh khổ lớn', 'map', withoutText)
}

async function template(
  db: Kysely<unknown>,
  name: string,
  material: string | null,
  stages: readonly Stage[],
): Promise<void> {
  await sql`insert into digitizationTemplate (name, material) values (${name}, ${material})`.execute(db)
  await sql`insert into digitizationTemplateVersion (templateId, version, createdAt)
    select max(id), 1, '' from digitizationTemplate`.execute(db)
  for (const [place, [kind, stage, role]] of stages.entries())
    await sql`insert into digitizationStage (versionId, place, kind, name, role)
      select max(id), ${place + 1}, ${kind}, ${stage}, ${role} from digitizationTemplateVersion`.execute(db)
}
