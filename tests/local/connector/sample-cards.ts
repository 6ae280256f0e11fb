/** Cards such as a bot of this product sends, for trying the connector and the page with. */

const base = { type: 'AdaptiveCard', version: '1.5', $schema: 'https://adaptivecards.io/schemas/adaptive-card.json' };

export const invitationCard = (state: 'open' | 'joined') => ({
  ...base,
  refresh: { action: { type: 'Action.Execute', verb: 'invitation.refresh', data: { round: 'spring' } } },
  body: [
    { type: 'TextBlock', text: 'Would you like a coaching partner?', style: 'heading', wrap: true },
    {
      type: 'TextBlock',
      wrap: true,
      text: 'Coaching Pairs brings **two leaders from different functions** together. Neither is above the other, and what you talk about stays between you.',
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Round', value: 'Spring 2027' },
        { title: 'Answer by', value: 'Friday 11 December' },
      ],
    },
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        { type: 'TextBlock', text: 'Who sees what', weight: 'Bolder', wrap: true },
        {
          type: 'TextBlock',
          wrap: true,
          text: '- Your answer: you and the administrators\n- Your partner: everybody in the round\n- What you say: nobody else',
        },
      ],
    },
    ...(state === 'joined'
      ? [
          {
            type: 'Container',
            style: 'good',
            items: [{ type: 'TextBlock', text: 'You are in. We will write when there is a match.', wrap: true }],
          },
        ]
      : []),
    {
      type: 'ActionSet',
      actions:
        state === 'joined'
          ? [{ type: 'Action.Execute', title: 'Sit this one out', verb: 'invitation.sitOut', data: { round: 'spring' } }]
          : [
              {
                type: 'Action.Execute',
                title: 'I’m in',
                style: 'positive',
                verb: 'invitation.join',
                data: { round: 'spring' },
                fallback: { type: 'Action.Submit', title: 'I’m in' },
              },
              { type: 'Action.Execute', title: 'Not this time', verb: 'invitation.sitOut', data: { round: 'spring' } },
              { type: 'Action.Submit', title: 'Tell me more', data: { msteams: { type: 'task/fetch' }, about: 'round' } },
              {
                type: 'Action.OpenUrl',
                title: 'Open in the app',
                url: 'https://teams.microsoft.com/l/entity/app/home?context=%7B%22subEntityId%22%3A%22round%2Fspring%22%7D',
              },
            ],
    },
  ],
});

export const questionCard = {
  ...base,
  body: [
    { type: 'TextBlock', text: 'What would you like to talk about?', wrap: true },
    {
      type: 'Input.Text',
      id: 'topic',
      label: 'A topic',
      placeholder: 'One or two words',
      isRequired: true,
      errorMessage: 'Write a topic.',
    },
    {
      type: 'Input.ChoiceSet',
      id: 'when',
      label: 'When',
      value: 'morning',
      choices: [
        { title: 'In the morning', value: 'morning' },
        { title: 'In the afternoon', value: 'afternoon' },
      ],
    },
    { type: 'Input.Toggle', id: 'remind', title: 'Remind me', value: 'true' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Save', style: 'positive', data: { form: 'topic' } }],
};

export const cardAnswer = (card: unknown) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});

export const messageAnswer = (text: string) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});
