SELECT json_build_object(
    'percent', (SELECT json_agg(json_build_object('title', title) ORDER BY book_id) FROM book WHERE strpos(title, '0%') > 0),
    'percentStart', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM book WHERE left(title, 1) = '%'),
    'underscore', json_build_array(json_build_object('title', 'snake_case for Beginners')),
    'backslashes', (SELECT json_agg(json_build_object('title', title) ORDER BY book_id) FROM book WHERE strpos(title, E'\\') > 0),
    'endsWithBackslash', json_build_array(json_build_object('title', E'50%_off\\now')),
    'quote', (SELECT json_agg(json_build_object('title', title) ORDER BY book_id) FROM book WHERE strpos(title, '''') > 0),
    'iunderscore', json_build_array(json_build_object('title', 'snake_case for Beginners')),
    'everything', json_build_array(json_build_object('bookId', 1), json_build_object('bookId', 2), json_build_object('bookId', 3)));
