/**
 * A result that its own declaration forbids: a share above 1, seconds below 0, a figure that is no
 * number. It is a fault of the program and none of the scenario.
 *
 * @property faults one line for each place: its path, and what is wrong there.
 */
export class ImpossibleResult extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ImpossibleResult';
    this.faults = faults;
  }
}
