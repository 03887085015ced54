/** A database in MaxMind's format with a few networks; see https://maxmind.github.io/MaxMind-DB/. */
export function writeDatabase(networks: Readonly<Record<string, object>>): Buffer {
  const values: Buffer[] = [];
  const root: Node = [undefined, undefined];
  let offset = 0;
  for (const [network, value] of Object.entries(networks)) {
    const encoded = encode(value);
    insert(root, bitsOf(network), offset);
    values.push(encoded);
    offset += encoded.length;
  }
  const nodes: Node[] = [];
  number(root, nodes);
  const tree = Buffer.alloc(nodes.length * 8);
  for (const [index, node] of nodes.entries()) {
    for (const side of [0, 1] as const) {
      tree.writeUInt32BE(recordOf(node[side], nodes), index * 8 + side * 4);
    }
  }
  const metadata = encode({
    node_count: nodes.length,
    record_size: 32,
    ip_version: 6,
    database_type: 'Test-City',
    languages: ['en'],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_700_000_000,
    description: { en: 'a test' },
  });
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), ...values, marker, metadata]);
}

/** A node of the search tree: for each bit another node, or where the data is. */
type Node = [Side, Side];
type Side = Node | number | undefined;

/** IPv4 networks live below the first 96 zeros. */
function bitsOf(network: string): readonly number[] {
  const [address = '', length = '0'] = network.split('/');
  const octets = address.split('.').map(Number);
  const bits = octets.flatMap((octet) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (octet >> bit) & 1));
  return [...Array<number>(96).fill(0), ...bits.slice(0, Number(length))];
}

function insert(root: Node, bits: readonly number[], data: number): void {
  let node = root;
  for (const [index, bit] of bits.entries()) {
    if (index === bits.length - 1) {
      node[bit as 0 | 1] = data;
      return;
    }
    const next = node[bit as 0 | 1];
    const child: Node = Array.isArray(next) ? next : [undefined, undefined];
    node[bit as 0 | 1] = child;
    node = child;
  }
}

function number(node: Node, nodes: Node[]): void {
  nodes.push(node);
  for (const side of node) if (Array.isArray(side)) number(side, nodes);
}

function recordOf(side: Side, nodes: readonly Node[]): number {
  if (side === undefined) return nodes.length;
  return Array.isArray(side) ? nodes.indexOf(side) : nodes.length + 16 + side;
}

const STRING = 2;
const DOUBLE = 3;
const UINT32 = 6;
const MAP = 7;
const ARRAY_EXTENDED = 11 - 7;

function encode(value: unknown): Buffer {
  if (typeof value === 'string') {
    return Buffer.concat([control(STRING, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (typeof value === 'number') return Number.isInteger(value) ? uint32(value) : double(value);
  if (Array.isArray(value)) {
    return Buffer.concat([Buffer.from([value.length, ARRAY_EXTENDED]), ...value.map(encode)]);
  }
  const entries = Object.entries(value as object);
  return Buffer.concat([control(MAP, entries.length), ...entries.flat().map(encode)]);
}

function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.from([(type << 5) | size]) : Buffer.from([(type << 5) | 29, size - 29]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return Buffer.concat([control(UINT32, 4), bytes]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return Buffer.concat([control(DOUBLE, 8), bytes]);
}
