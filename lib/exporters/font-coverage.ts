/** The code points for which a TrueType or OpenType font has a glyph: its table "cmap", formats 4 and 12 (OpenType 1.9). */
export function coveredBy(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const cmap = tableOf(font, "cmap");
  if (cmap === null) return covered;
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, covered);
    if (format === 12) addGroups(font, at, covered);
  }
  return covered;
}

function tableOf(font: Buffer, tag: string): number | null {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return null;
}

function addSegments(font: Buffer, at: number, covered: Set<number>): void {
  const twice = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < twice; offset += 2) {
    const end = font.readUInt16BE(at + 14 + offset);
    const start = font.readUInt16BE(at + 16 + twice + offset);
    const delta = font.readUInt16BE(at + 16 + twice * 2 + offset);
    const rangeAt = at + 16 + twice * 3 + offset;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (glyph !== 0) covered.add(code);
    }
  }
}

function addGroups(font: Buffer, at: number, covered: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    const first = font.readUInt32BE(record + 8) === 0 ? 1 : 0;
    for (let code = font.readUInt32BE(record) + first; code <= font.readUInt32BE(record + 4); code += 1) covered.add(code);
  }
}
