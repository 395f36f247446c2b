// The same questionnaire as SurveyJS's own documentation would build it: a page for each question, its own look.

import "survey-core/survey-core.min.css";

import { title, standfirst, words, questions } from "case";
import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";

const survey = new Model({
  title,
  description: standfirst,
  pageNextText: words.next,
  pagePrevText: words.back,
  completeText: words.next,
  pages: questions.map(({ id, asks, hint, answers }) => ({
    elements: [
      {
        type: "radiogroup",
        name: id,
        title: asks,
        description: hint,
        isRequired: true,
        choices: answers.map((it) => ({ value: it.id, text: `${it.says} ${it.more}`.trim() })),
      },
    ],
  })),
});
const app = document.getElementById("app");
app.className = "tool";
survey.onAfterRenderSurvey.add(() => (app.dataset.ready = "true"));
survey.onComplete.add(() => (app.dataset.end = ""));
renderSurvey(survey, app);
