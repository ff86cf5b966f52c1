/** Longest edge of a picture that is sent, px: sharp on a sheet of paper, small on the way. */
const edge = 1600;
/** A picture within both limits is sent as it is. */
const bytes = 1_000_000;

/**
 * A picture made small enough to be kept and printed, the right way up. Drawn anew, it has nothing of what the camera
 * wrote into it.
 * @throws when the browser cannot read it
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const { width, height } = picture;
    const share = Math.min(1, edge / Math.max(width, height));
    if (share === 1 && file.size <= bytes && /^image\/(jpeg|png)$/.test(file.type)) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * share));
    canvas.height = Math.max(1, Math.round(height * share));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    // JPEG has no transparency: what is clear becomes white, as on paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/jpeg', 0.85),
    );
  } finally {
    picture.close();
  }
}
