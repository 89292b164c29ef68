/** What a photo may take: enough to see who and what is on it, and a year of them fits on a stick. */
const longestSidePx = 1600
const mostBytes = 400 * 1024
const qualities = [0.85, 0.75, 0.65, 0.5] as const
/** Where even the coarsest picture is too large, it is made smaller by this each time. */
const smallerBy = 0.75

/**
 * A picture within the budget, drawn anew: what a camera writes beside it, as the place where it was taken, goes.
 * One at a time, since a picture of forty megapixels takes 160 MB while it is open.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file)
  try {
    const blob = await withinBudget(picture)
    return new File([blob], jpgName(file.name), { type: 'image/jpeg' })
  } finally {
    picture.close()
  }
}

async function withinBudget(picture: ImageBitmap): Promise<Blob> {
  const largest = Math.min(1, longestSidePx / Math.max(picture.width, picture.height))
  for (let scale = largest; ; scale *= smallerBy) {
    const canvas = drawn(picture, scale)
    for (const quality of qualities) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
      if (blob.size <= mostBytes) return blob
    }
  }
}

function drawn(picture: ImageBitmap, scale: number): OffscreenCanvas {
  const side = (px: number) => Math.max(1, Math.round(px * scale))
  const canvas = new OffscreenCanvas(side(picture.width), side(picture.height))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function jpgName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '') || name}.jpg`
}
