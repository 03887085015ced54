/** Share of the places that only critical items may take. */
const RESERVED_SHARE = 1 / 8;

/** How many items may wait, when a number is fixed and the last places are for critical ones. */
export class Capacity {
  private readonly ordinary: number;

  constructor(private readonly total: number) {
    this.ordinary = total - Math.floor(total * RESERVED_SHARE);
  }

  /** Whether one more finds a place beside those that wait. */
  hasPlace(waiting: number, isCritical: boolean): boolean {
    return waiting < (isCritical ? this.total : this.ordinary);
  }
}
