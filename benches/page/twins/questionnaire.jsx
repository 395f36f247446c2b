// The questionnaire as a small honest app would have it, for React and for Preact: one question at a time, real radios,
// back and next, and at the end the answers. It decides nothing, so it has less to do than the tool.

import { title, standfirst, words, questions } from "case";
import { useEffect, useState } from "hooks";

export const Questionnaire = () => {
  const [index, setIndex] = useState(0);
  const [answers, setAnswers] = useState({});
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const question = questions[index];
  return (
    <div className="tool" data-ready={ready}>
      <p className="name">{title}</p>
      <p>{standfirst}</p>
      <main>
        {question ? (
          <Question
            key={question.id}
            question={question}
            answer={answers[question.id]}
            choose={(answer) => setAnswers({ ...answers, [question.id]: answer })}
            back={index > 0 && (() => setIndex(index - 1))}
            next={() => question.id in answers && setIndex(index + 1)}
          />
        ) : (
          <Answers answers={answers} />
        )}
      </main>
    </div>
  );
};

const Question = ({ question, answer, choose, back, next }) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      next();
    }}
  >
    <fieldset>
      <legend>
        <h1>{question.asks}</h1>
      </legend>
      <p>{question.hint}</p>
      {question.answers.map(({ id, says, more }) => (
        <div className="answer" key={id}>
          <input
            type="radio"
            id={id}
            name={question.id}
            value={id}
            checked={answer === id}
            onChange={() => choose(id)}
          />
          <label htmlFor={id}>{says}</label>
          <p>{more}</p>
        </div>
      ))}
    </fieldset>
    <button type="submit">{words.next}</button>
    {back && (
      <button type="button" onClick={back}>
        {words.back}
      </button>
    )}
  </form>
);

const Answers = ({ answers }) => (
  <dl data-end>
    {questions.map(({ id, asks, answers: offered }) => (
      <div key={id}>
        <dt>{asks}</dt>
        <dd>{offered.find((it) => it.id === answers[id]).says}</dd>
      </div>
    ))}
  </dl>
);
