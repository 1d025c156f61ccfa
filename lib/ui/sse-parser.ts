/** One server-sent event. */
export interface ServerSentEvent {
  event: string;
  id: string | null;
  data: string;
}

/** Takes a stream of server-sent events apart, however it was cut into pieces. Returns the events that a piece completes. */
export function sseParser(): (piece: string) => ServerSentEvent[] {
  let rest = "";
  return (piece) => {
    const blocks = (rest + piece).split("\n\n");
    rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => {
      const fields = new Map(block.split("\n").map((line): [string, string] => [line.replace(/:.*/s, ""), line.replace(/^[^:]*:? ?/, "")]));
      const data = fields.get("data");
      return data === undefined ? [] : [{ event: fields.get("event") ?? "message", id: fields.get("id") ?? null, data }];
    });
  };
}
