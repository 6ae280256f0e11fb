import {
  AcceptAsSponsor,
  ChangeEngagement,
  CoordinateEngagement,
  Coordinating,
  Engagement,
  Enquire,
  MyEngagements,
  SponsorView,
} from './engagement.js';
import { Empty } from './parts.js';
import { get, post } from './route.js';

const all = '/api/two-two/engagements';
const one = `${all}/{engagementId}`;
const coordinating = '/api/two-two/coordinating';

/** Engagements of 2:2 Coaching: for the four in them, for a sponsor, and for whoever coordinates. */
export const engagementRoutes = {
  engagements: get('two-two', all, MyEngagements, 'The engagements that I am in, as client, coach or sponsor'),
  enquire: post('two-two', all, Enquire, Empty, 'Enquire for two leaders, as one of them, as their sponsor, or as a coordinator'),
  engagement: get('two-two', one, Engagement, 'One engagement, for its two clients and its two coaches'),
  changeEngagement: post('two-two', `${one}/changes`, ChangeEngagement, Empty, 'Whatever one of the four changes in an engagement'),
  sponsorView: get('two-two', `${one}/sponsor`, SponsorView, 'What a sponsor sees of an engagement, once they have accepted their terms'),
  acceptAsSponsor: post('two-two', `${one}/sponsor`, AcceptAsSponsor, SponsorView, 'Accept the two terms of a sponsor'),
  coordinating: get('coordinator', coordinating, Coordinating, 'Engagements, and how far each of them is'),
  coordinateEngagement: post(
    'coordinator',
    `${coordinating}/{engagementId}`,
    CoordinateEngagement,
    Coordinating,
    'Say which coach holds which client, or take an enquiry back',
  ),
} as const;
