import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { load } from "which-guarantee";
import "./WhichGuarantee.css";

/** Asks one question after the other, and shows the outcome so far and whether it is final. */
export default function WhichGuarantee({ locale = "en" }) {
  const [loaded, setLoaded] = useState({});
  const [given, setGiven] = useState([]); // Pairs of a question and its answer, in the order of answering.
  const heading = useRef(null);

  useEffect(() => {
    let isWanted = true;
    load({ locale }).then(
      (engine) => isWanted && setLoaded({ engine, sentences: engine.sentences() }),
      (error) => isWanted && setLoaded({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [locale]);

  // The button that was pressed is gone, so the focus moves to what came in its place.
  const take = (next) => {
    flushSync(() => setGiven(next));
    heading.current.focus();
  };

  const { engine, sentences, error } = loaded;
  if (error) return <p role="alert">The questions could not be loaded. Check your connection and reload the page.</p>;
  if (!engine) return <p>Loading the questions…</p>;

  const answers = Object.fromEntries(given);
  const { outcome, settled, possible } = engine.decide(answers);
  const question = engine.questions.find((it) => it.id === engine.next(answers));
  const asked = question && sentences.questions[question.id];
  const { article } = sentences;
  return (
    <section className="which-guarantee" lang={sentences.locale}>
      <h2 ref={heading} tabIndex={-1}>{asked ? asked.asks : "No question is left that can change the outcome."}</h2>
      {asked && (
        <>
          <p className="hint">{asked.hint}</p>
          {question.answers.map((id) => (
            <button key={id} className="answer" onClick={() => take([...given, [question.id, id]])}>
              <strong>{asked.answers[id].says}</strong> {asked.answers[id].more}
            </button>
          ))}
          <button className="answer" onClick={() => take([...given, [question.id, "unsure"]])}>
            <strong>Not sure</strong>
          </button>
        </>
      )}
      {given.length > 0 && (
        <p>
          <button onClick={() => take(given.slice(0, -1))}>Back</button> <button onClick={() => take([])}>Start again</button>
        </p>
      )}
      <div className="outcome" aria-live="polite" data-outcome={outcome} data-settled={settled}>
        <p>{settled ? "Most plausible. Final: no open answer can change it." : `Most plausible so far. Not final yet: ${possible.length} options are still possible.`}</p>
        <h3>{sentences.guarantees[outcome].name}</h3>
        <p>{sentences.guarantees[outcome].what}</p>
      </div>
      <footer>
        {sentences.disclaimer} Based on <a href={article.address}>{article.title}</a> by {article.authors}; {article.publisher}, {article.published}.
      </footer>
    </section>
  );
}
