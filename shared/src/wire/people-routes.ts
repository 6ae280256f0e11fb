import { Empty } from './parts.js';
import {
  ApplyPeopleFile,
  CheckPeopleFile,
  ConfirmTops,
  CorrectPerson,
  KeepApart,
  KeptApartList,
  PeopleFile,
  PeopleFileApplied,
  PeopleFileCheck,
  RoundPeople,
} from './people.js';
import { get, post, put } from './route.js';

const round = '/api/admin/rounds/{roundId}';

/** What administrators see and put right of the people of a round. */
export const peopleRoutes = {
  people: get(
    'administrator',
    `${round}/people`,
    RoundPeople,
    'The population with answers and chains, a page at a time (query: q, function, answer, chain, corrected, unreachable, partner, after)',
  ),
  correctPerson: put(
    'administrator',
    `${round}/people/{personId}`,
    CorrectPerson,
    Empty,
    "Put right somebody's function, managers or time zone, or take that back",
  ),
  confirmTops: post('administrator', `${round}/chains`, ConfirmTops, Empty, 'Confirm that people have no manager'),
  keptApart: get('administrator', `${round}/apart`, KeptApartList, 'Who of the round is kept from being partners'),
  keepApart: post('administrator', `${round}/apart`, KeepApart, KeptApartList, 'Keep two people from being partners, or no longer'),
  peopleFile: get('administrator', `${round}/people-file`, PeopleFile, 'The people of a round as CSV'),
  checkPeopleFile: post(
    'administrator',
    `${round}/people-file/check`,
    CheckPeopleFile,
    PeopleFileCheck,
    'What a file of corrections would change, or what is wrong with it',
  ),
  applyPeopleFile: post(
    'administrator',
    `${round}/people-file`,
    ApplyPeopleFile,
    PeopleFileApplied,
    'Carry out a file of corrections that was checked, all of it or nothing',
  ),
} as const;
