import { Avatar, AvatarStack } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { StateDot } from "@/components/ui/state-dot";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { Badge, Pill, Tag } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import { WordDiff } from "@/components/ui/word-diff";
import { Specimen } from "../specimen";
import type { Words } from "../words";

export function Records({ words, name }: { words: Words; name: string }) {
  const people = words.people.map((person) => ({ id: person, name: person }));
  return (
    <Specimen title={words.headings.records}>
      <Card interactive className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Pill>
            <StateDot shape="ring" tone="tone-half" />
            {words.state}
          </Pill>
          <Tag>{words.topic}</Tag>
          <Tag toned className="tone-true">
            {words.primary}
          </Tag>
          <Badge>7</Badge>
          <span className="flex-1" />
          <AvatarStack people={people} max={2} />
        </div>
        <p className="font-text text-statement font-semibold">{words.claim}</p>
        <p className="text-xs text-ink-3">
          <TimeAgo at="2026-11-20T09:30:00.000Z" />
        </p>
      </Card>
      <p className="flex items-center gap-2">
        <Avatar id={words.people[0]} name={words.people[0]} decorative /> {words.people[0]}
        <Avatar id={words.people[1]} name={words.people[1]} size="sm" decorative /> {words.people[1]}
      </p>
      <Table caption={`${words.headings.records}: ${name}`}>
        <thead>
          <tr>
            <HeadCell>{words.statement}</HeadCell>
            <HeadCell>{words.state}</HeadCell>
            <HeadCell numeric>{words.source}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {[12, 3].map((count) => (
            <Row key={count}>
              <Cell>{words.title}</Cell>
              <Cell className="whitespace-nowrap">
                <span className="inline-flex items-center gap-1.5">
                  <StateDot tone="tone-true" />
                  {words.tones[0]}
                </span>
              </Cell>
              <Cell numeric>{count}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <WordDiff
        className="font-text text-base/7"
        parts={[
          { type: "same", text: `${words.title} ` },
          { type: "removed", text: words.quote },
          { type: "added", text: words.topic },
          { type: "same", text: ` ${words.primary}.` },
        ]}
      />
    </Specimen>
  );
}
