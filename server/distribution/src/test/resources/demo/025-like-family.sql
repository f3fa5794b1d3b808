SELECT json_build_object(
    'like', json_build_array(json_build_object('title', 'snake_case for Beginners'), json_build_object('title', 'snakeXcase for Beginners')),
    'escaped', json_build_array(json_build_object('title', 'snake_case for Beginners')),
    'oneCharacter', (SELECT json_agg(json_build_object('bookId', book_id, 'title', title) ORDER BY book_id) FROM book WHERE char_length(title) = 1 AND book_id <= 40),
    'ilike', json_build_array(json_build_object('title', '100 Percent Pure')),
    'nlike', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM book WHERE left(title, 4) <> 'The ' AND book_id <= 60),
    'nilike', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM book WHERE title !~ '[eE]' AND book_id <= 40),
    'caseCounts', '[]'::json);
