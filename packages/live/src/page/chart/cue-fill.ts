import type { Cue } from '../style/palette';

const TILE_PIXELS = 8;

/** How each cue is drawn into a tile, in the colour of the ground: lines from and to, in eighths of the tile. */
const STROKES: Readonly<Record<Cue, readonly (readonly [number, number, number, number])[]>> = {
  plain: [],
  dashed: [],
  dotted: [],
  slash: [
    [-2, 2, 2, -2],
    [0, 8, 8, 0],
    [6, 10, 10, 6],
  ],
  backslash: [
    [-2, 6, 2, 10],
    [0, 0, 8, 8],
    [6, -2, 10, 2],
  ],
  vertical: [[4, 0, 4, 8]],
  cross: [
    [0, 4, 8, 4],
    [4, 0, 4, 8],
  ],
  dots: [],
};

/** A fill in a colour, with the pattern that tells it apart without the colour. */
export function cueFill(
  context: CanvasRenderingContext2D,
  cue: Cue,
  colour: string,
  ground: string,
): string | CanvasPattern {
  if (cue === 'plain') return colour;
  const scale = devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE_PIXELS * scale;
  const brush = tile.getContext('2d');
  if (brush === null) return colour;
  brush.scale((TILE_PIXELS * scale) / 8, (TILE_PIXELS * scale) / 8);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 8, 8);
  brush.strokeStyle = brush.fillStyle = ground;
  brush.lineWidth = 1;
  for (const [x1, y1, x2, y2] of STROKES[cue]) {
    brush.beginPath();
    brush.moveTo(x1, y1);
    brush.lineTo(x2, y2);
    brush.stroke();
  }
  if (cue === 'dots') {
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      brush.beginPath();
      brush.arc(x, y, 1, 0, 2 * Math.PI);
      brush.fill();
    }
  }
  return context.createPattern(tile, 'repeat') ?? colour;
}
