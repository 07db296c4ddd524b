/** An e-mail address in one line: where it has no room its end is left out, and told to who points at it. */
export function EmailText({ address }: { address: string }) {
  return (
    <span title={address} className="block max-w-full truncate">
      {address}
    </span>
  );
}
