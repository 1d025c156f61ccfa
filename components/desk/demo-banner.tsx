/** Says on every page that this is no place for real work. `--banner` in the layouts is its height. */
export function DemoBanner({ local }: { local: boolean }) {
  return (
    <aside aria-label="About this instance" className="flex h-7 items-center justify-center bg-sunk px-3 text-2xs text-ink-2 print:hidden">
      <p className="truncate">
        <strong className="font-semibold text-ink">Demo instance:</strong>
        <span className="max-sm:hidden"> its passwords are public{local ? ", so it answers on this machine only" : ""}.</span> Do not keep real work here.
      </p>
    </aside>
  );
}
