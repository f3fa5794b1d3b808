SELECT json_build_object('bookOverviews', json_agg(json_build_object('bookId', book_id, 'title', title, 'price', price::text, 'publisherName', name, 'categoryName', null) ORDER BY book_id))
FROM (SELECT b.book_id, b.title, b.price, p.name FROM book b JOIN publisher p ON p.publisher_id = b.publisher_id WHERE b.category_id IS NULL AND NOT b.in_print ORDER BY b.book_id LIMIT 10) x;
