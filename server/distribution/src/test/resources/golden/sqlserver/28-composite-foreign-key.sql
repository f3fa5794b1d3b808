WITH [b0] AS (
  SELECT TOP (5) ROW_NUMBER() OVER (ORDER BY [t0].[book_id], [t0].[number]) AS [n], [t0].[number] AS [c0], [t0].[book_id] AS [k0],
     [t0].[number] AS [k1]
  FROM [edition] AS [t0]
  ORDER BY [t0].[book_id], [t0].[number]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], CAST(NULL AS nvarchar(1)) AS [c4]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], ROW_NUMBER() OVER (PARTITION BY [b0].[n] ORDER BY [t1].[warehouse_id], [t1].[book_id],
   [t1].[edition_number]) AS [c2], [t1].[quantity] AS [c3], [t2].[name] COLLATE Latin1_General_100_BIN2 AS [c4]
FROM [b0]
JOIN [stock] AS [t1] ON ([t1].[book_id] = [b0].[k0] AND [t1].[edition_number] = [b0].[k1])
LEFT JOIN [warehouse] AS [t2] ON [t2].[warehouse_id] = [t1].[warehouse_id]
