SELECT json_build_object(
    'booksAggregate', (SELECT json_build_array(json_build_object(
        'count', count(*), 'countDistinct', json_build_object('publisherId', count(DISTINCT publisher_id), 'format', count(DISTINCT format)),
        'sum', json_build_object('price', sum(price)::text, 'pages', sum(pages)::text, 'copiesSold', sum(copies_sold)::text, 'exactCost', sum(exact_cost)::text),
        'avg', json_build_object('price', round(sum(price) * 1.000000000000000000000000000000 / count(price), 8)::text,
            'pages', round(sum(pages) * 1.000000000000000000000000000000 / count(pages), 6)::text,
            'exactCost', round(sum(exact_cost) * 1.0000000000000000000000000000000000000000 / count(exact_cost), 16)::text),
        'min', json_build_object('title', min(title COLLATE "C"), 'price', min(price)::text, 'published', min(published)),
        'max', json_build_object('bookId', max(book_id), 'published', max(published)))) FROM book WHERE in_print),
    'none', '[{"count": 0, "countDistinct": {"title": 0}, "sum": {"price": null}, "avg": {"price": null}, "min": {"title": null}, "stddev": {"price": null}}]'::json);
