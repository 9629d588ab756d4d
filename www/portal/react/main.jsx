// A portal in React 19: the list by the API, the picked enterprise by the element or, where it is so wished, by a frame
// of the office's own site of Xinheng. React gives objects to an element as properties, and hears its events by "on" and
// their name.
import { StrictMode, useEffect, useEffectEvent, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import * as xinheng from "xinheng";
import "xinheng/element";
import { embed } from "xinheng/iframe";
import "../common/portal.css";
import { AS_OF } from "../common/rows.js";
import { afterFrame, SITE } from "../common/site.js";
import { entryOf, lineOf, readStore } from "../common/store.js";

const WAYS = { element: "组件", frame: "框架" };
const EVENTS = ["xinheng-ready", "xinheng-result", "xinheng-change", "xinheng-error"];

function Portal() {
  const [store, setStore] = useState({ entries: [], refusals: [], state: "正在读取…" });
  const [picked, setPicked] = useState(-1);
  const [way, setWay] = useState("element");
  const [log, setLog] = useState([]);

  useEffect(() => {
    readStore(xinheng).then(
      (read) =>
        setStore({
          ...read,
          state: `${read.entries.length} 户，数据截至 2026年11月21日；类别是内部监管参考，不对外公布`,
        }),
      (error) =>
        setStore((before) => ({
          ...before,
          state: error.what ? `${error.what.zh}：${error.remedy.zh}` : String(error),
        })),
    );
  }, []);

  const update = (change) =>
    setStore((before) => ({
      ...before,
      entries: before.entries.map((entry, place) => (place === picked ? change(entry) : entry)),
    }));
  const hear = (event) => {
    const line = lineOf(event);
    setLog((before) => [line, ...before]);
    const { type, detail } = event;
    if (type === "xinheng-change") update((entry) => ({ ...entry, record: detail, saved: false }));
    // Of what was not changed by a person the list has the answer already.
    if (type === "xinheng-result")
      update((entry) => (entry.saved ? entry : entryOf(entry.record, detail, xinheng.explain, false)));
  };
  const entry = store.entries[picked];

  return (
    <>
      <header className="banner">
        <h1>某区市场监管综合门户</h1>
        <p>虚构示例（React）：机关、企业和处罚都是编造的</p>
      </header>
      <main>
        <section className="sheet" aria-labelledby="list-title">
          <h2 id="list-title">辖区企业</h2>
          <p className="quiet" role="status">
            {store.state}
          </p>
          <List entries={store.entries} picked={picked} pick={(place) => afterFrame(way === "frame", () => setPicked(place))} />
          <ul className="quiet">
            {store.refusals.map(({ message }) => (
              <li key={message.zh}>{message.zh}</li>
            ))}
          </ul>
        </section>
        {entry && (
          <section className="sheet" aria-labelledby="picked-title">
            <div className="bar">
              <h2 id="picked-title">{entry.name}</h2>
              <span className="quiet" role="status">
                {entry.saved ? "与门户一致" : "有未保存的更改"}
              </span>
              {/* Here a portal sends entry.record to its server. */}
              <button
                className="main"
                disabled={entry.saved}
                onClick={() => update((entry) => ({ ...entry, saved: true }))}
              >
                保存到门户
              </button>
            </div>
            <fieldset className="ways">
              <legend>显示方式</legend>
              {Object.entries(WAYS).map(([value, words]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name="way"
                    checked={way === value}
                    onChange={() => afterFrame(way === "frame", () => setWay(value))}
                  />{" "}
                  {words}
                </label>
              ))}
            </fieldset>
            {way === "frame" ? (
              <Frame key={picked} record={entry.record} hear={hear} />
            ) : (
              <xinheng-assessment
                id="assessment"
                asOf={AS_OF}
                record={entry.record}
                onxinheng-ready={hear}
                onxinheng-result={hear}
                onxinheng-change={hear}
                onxinheng-error={hear}
              />
            )}
          </section>
        )}
        <section className="sheet" aria-labelledby="log-title">
          <h2 id="log-title">组件或框架发出的事件</h2>
          <ol id="log" className="log" reversed tabIndex={0} aria-labelledby="log-title">
            {log.map((line, place) => (
              <li key={log.length - place}>{line}</li>
            ))}
          </ol>
        </section>
      </main>
    </>
  );
}

/**
 * A frame that begins with a record and tells `hear` what became of it. It is told of no other record: with a `key` every
 * enterprise has a frame of its own, and what the one before tells late is not taken for its.
 */
function Frame({ record, hear }) {
  const place = useRef(null);
  const first = useRef(record);
  const tell = useEffectEvent(hear);
  useEffect(() => {
    const { frame, remove } = embed(place.current, SITE, { record: first.current, asOf: AS_OF });
    for (const type of EVENTS) frame.addEventListener(type, (event) => tell(event));
    return remove;
  }, []);
  return <div id="frame" ref={place} />;
}

function List({ entries, picked, pick }) {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">企业</th>
            <th scope="col" className="code">
              统一社会信用代码
            </th>
            <th scope="col">处罚</th>
            <th scope="col">类别</th>
          </tr>
        </thead>
        <tbody id="list">
          {entries.map((entry, place) => (
            <tr key={place} className={place === picked ? "picked" : ""}>
              <td>
                <button aria-current={place === picked ? "true" : undefined} onClick={() => pick(place)}>
                  {entry.name}
                </button>
              </td>
              <td className="code">{entry.uscc}</td>
              <td>{entry.count}</td>
              <td>
                <span className={`class ${entry.class}`}>{entry.words}</span>
                {entry.saved ? "" : "（未保存）"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

createRoot(document.getElementById("portal")).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
