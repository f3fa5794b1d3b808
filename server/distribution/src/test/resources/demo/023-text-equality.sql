SELECT json_build_object(
    'case', json_build_array(json_build_object('bookId', 8, 'title', 'Café')),
    'list', json_build_array(json_build_object('bookId', 9), json_build_object('bookId', 11), json_build_object('bookId', 12)),
    'sharp', json_build_array(json_build_object('bookId', 13)),
    'padded', '[]'::json,
    'reallyPadded', json_build_array(json_build_object('bookId', 19)),
    'injected', json_build_array(json_build_object('bookId', 33, 'title', '''; DROP TABLE book; --')),
    'emoji', json_build_array(json_build_object('bookId', 16)),
    'lineBreak', (SELECT json_agg(json_build_object('bookId', book_id, 'title', title)) FROM book WHERE title = E'line\nbreak'),
    'empty', json_build_array(json_build_object('specimenId', 2)),
    'notEmpty', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aText', a_text) ORDER BY specimen_id) FROM specimen WHERE specimen_id BETWEEN 3 AND 7));
