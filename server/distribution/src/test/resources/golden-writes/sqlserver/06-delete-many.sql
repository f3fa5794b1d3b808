SELECT TOP (?) [t0].[warehouse_id] AS [c0], [t0].[book_id] AS [c1], [t0].[edition_number] AS [c2], [t0].[quantity] AS [c3],
   [t0].[counted_at] AS [c4]
FROM [stock] AS [t0] WITH (UPDLOCK)
WHERE [t0].[quantity] = ?
ORDER BY [t0].[warehouse_id], [t0].[book_id], [t0].[edition_number]

DELETE [t0]
FROM [stock] AS [t0]
JOIN (
  SELECT [c0] AS [c0], [c1] AS [c1], [c2] AS [c2], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [c1] bigint '$[1]', [c2] bigint '$[2]', [ordinal] int '$[3]')
) AS [w] ON [t0].[warehouse_id] = [w].[c0] AND [t0].[book_id] = [w].[c1] AND [t0].[edition_number] = [w].[c2]

SELECT [t0].[book_id] AS [c0]
FROM [stock] AS [t0]
JOIN (
  SELECT [c0] AS [c0], [c1] AS [c1], [c2] AS [c2], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [c1] bigint '$[1]', [c2] bigint '$[2]', [ordinal] int '$[3]')
) AS [w] ON ([t0].[warehouse_id] = [w].[c0] AND [t0].[book_id] = [w].[c1] AND [t0].[edition_number] = [w].[c2])
ORDER BY [w].[ordinal]
