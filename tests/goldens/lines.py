"""A reading as sorted lines, one a record, so that a diff of a golden reads like an edit."""

from collections.abc import Iterable

from sayso.records.reading import Reading


def lines(reading: Reading) -> list[str]:
    """Reading -> lines; ids are replaced by the names and words they stand for."""
    text = reading.article.text
    actors = {actor.id: actor.name for actor in reading.actors}
    places = {place.id: place.name for place in reading.places}
    times = {time.id: text[time.mentions[0].start : time.mentions[0].end] for time in reading.times}
    said = {s.id: f"{actors.get(s.speaker or '', '?')} {s.cue.lemma}@{s.cue.start}" for s in reading.statements}

    def who(ids: Iterable[str]) -> str:
        return " + ".join(actors[i] for i in ids) or "-"

    def extras(**fields: object) -> str:
        return "".join(f" {key}={value}" for key, value in fields.items() if value not in (None, False, "", ()))

    article = reading.article
    published = article.published and article.published.start
    out = [f"article {article.headline!r} outlet={article.outlet} published={published}"]
    out += [f"credit {credit!r}" for credit in article.credits] + [f"byline {byline!r}" for byline in article.bylines]
    if article.dateline:
        out.append(f"dateline {article.dateline.quote!r}")
    out += [f"dropped {d.reason}: {_short(d.quote)!r}" for d in reading.dropped]
    for a in reading.actors:
        forms = list(dict.fromkeys(m.quote for m in a.mentions))
        about = extras(country=a.country, sector=a.sector, title=a.title, of=actors.get(a.member_of or ""))
        out.append(f"actor {a.name} | {a.kind}{about} | {'; '.join(forms)}")
    for p in reading.places:
        r = p.resolved
        point = f"{r.precision} {r.latitude},{r.longitude} {r.country}" if r else f"unresolved: {p.unresolved}"
        out.append(f"place {p.name} | {point} | {len(p.mentions)} mentions")
    for t in reading.times:
        quotes = list(dict.fromkeys(m.quote for m in t.mentions))
        out.append(
            f"time {'; '.join(quotes)} | {t.start}/{t.end} {t.precision} {t.timex}{extras(unresolved=t.unresolved)}"
        )
    for s in reading.statements:
        words = " … ".join(span.of(text) for span in s.content)
        more = extras(
            via=who(s.via) if s.via else None,
            inside=said.get(s.parent or ""),
            negated=s.negated,
            to=who(s.audience) if s.audience else None,
            time=times.get(s.time or ""),
        )
        out.append(f"statement {actors.get(s.speaker or '', '?')} | {s.cue.lemma} | {s.form} {s.act}{more} | {words!r}")
    for e in reading.events:
        more = extras(
            place=places.get(e.place or ""),
            time=times.get(e.time or ""),
            said=said.get(e.said_in or ""),
            historical=e.historical,
            ongoing=e.ongoing,
            weapon=e.weapon and e.weapon.quote,
        )
        code = "/".join(filter(None, (e.type, e.mode)))
        out.append(
            f"event {code} {e.cameo} | {who(e.actors)} -> {who(e.recipients)} | {e.status} | {e.trigger.lemma!r}{more}"
        )
    for x in reading.tolls:
        more = extras(
            approximate=x.approximate,
            side=actors.get(x.victims.side or ""),
            period=times.get(x.period or ""),
            place=places.get(x.place or ""),
            said=said.get(x.said_in or ""),
            cumulative=x.cumulative,
            part=bool(x.part_of),
        )
        quote = text[x.evidence[0].start : x.evidence[-1].end]
        out.append(f"toll {x.harm} {x.low}..{x.high} | {x.victims.kind} {x.victims.text!r}{more} | {_short(quote)!r}")
    return out


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= 90 else f"{flat[:60]} … {flat[-25:]}"
